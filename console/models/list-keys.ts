/**
 * J and K move through the rows, X chooses one, and / goes to the search. Enter is the link's own.
 * What is written in a field, and keys with Alt or Ctrl, are left alone; so is everything where single keys are turned off.
 */
export function stepThrough(event: KeyboardEvent, list: HTMLElement | null, { single }: { single: boolean }) {
  if (!list || !single || event.altKey || event.ctrlKey || event.metaKey || event.isComposing || isWriting(event.target)) return
  const links = [...list.querySelectorAll<HTMLElement>('tbody a.id')]
  const row = (event.target as HTMLElement).closest('tr')
  const at = links.findIndex((link) => link.closest('tr') === row)
  switch (event.key.toLowerCase()) {
    case 'j':
      links[Math.min(at + 1, links.length - 1)]?.focus()
      break
    case 'k':
      links[Math.max(at - 1, 0)]?.focus()
      break
    case 'x':
      if (at < 0) return
      row?.querySelector<HTMLElement>('input[type="checkbox"]')?.click()
      break
    case '/':
      list.querySelector<HTMLElement>('input[type="search"]')?.focus()
      break
    default:
      return
  }
  event.preventDefault()
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.matches('input:not([type="checkbox"]), textarea, select') || target.closest('dialog') !== null)
