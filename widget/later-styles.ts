let there: Promise<void> | null = null

/** Brings the styles of what comes later: resolves when they count. */
export function laterStyles(): Promise<void> {
  there ??= sheet('/widget/later.css').catch((error: unknown) => {
    there = null
    throw error
  })
  return there
}

function sheet(address: string) {
  return new Promise<void>((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = address
    link.onload = () => resolve()
    link.onerror = () => {
      link.remove()
      reject(new Error(`${address} did not come`))
    }
    document.head.append(link)
  })
}
