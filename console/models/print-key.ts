/** The browser's own key for printing: what it would print is a page of fields, and there is a sheet made for paper. Returns its undo. */
export function onPrintKey(act: () => void): () => void {
  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'p') return
    event.preventDefault()
    act()
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}
