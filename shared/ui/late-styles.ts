/** Brings styles that are not there from the beginning. Those that do not come at once keep nobody waiting: they count when they are there. */
export function bringStyles(address: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = address
    link.onload = () => resolve()
    setTimeout(resolve, 250)
    document.head.append(link)
  })
}
