/** Does something once what happened just now is on the screen; soon enough where nothing is drawn, as in a window that is covered. */
export function afterPaint(act: () => void): void {
  let isDone = false
  const once = () => {
    if (isDone) return
    isDone = true
    clearTimeout(late)
    cancelAnimationFrame(frame)
    act()
  }
  const late = setTimeout(once, 100)
  const frame = requestAnimationFrame(() => setTimeout(once))
}
