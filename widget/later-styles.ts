/** Brings the styles of what comes later: resolves when they count. */
export function laterStyles(): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = '/widget/later.css'
    link.onload = () => resolve()
    link.onerror = () => {
      link.remove()
      reject(new Error('The styles did not come'))
    }
    document.head.append(link)
  })
}
