import { boardDeeds, canDo, doOnBoard } from './overseeing.ts'
import type { Session } from './session.ts'
import { countingKeys, isOneOf, shortcuts } from './shortcuts.ts'

/** The keys of the board: J and K go from row to row, and letters do what can be done with the row. */
export function pressOnBoard(event: KeyboardEvent, place: HTMLElement | null, session: Session) {
  const { target } = event
  if (event.defaultPrevented || event.isComposing || !place || !(target instanceof HTMLElement) || target.closest('dialog, select')) return
  const pressed = shortcuts.find(
    (one) => one.where === 'board' && isOneOf(countingKeys(one, { inField: false, single: session.habits.singleKeys.peek() }), event),
  )?.does
  if (pressed === 'boardNext' || pressed === 'boardPrevious') stepTo(place, target, pressed === 'boardNext' ? 1 : -1)
  else {
    const deed = boardDeeds.find((one) => one === pressed)
    const row = session.liveBoard.row(rowAround(target))
    if (!deed || !row || !canDo(deed, row, session.me.id)) return
    doOnBoard(deed, row, session)
  }
  event.preventDefault()
}

/** The conversation of the row in which this lies. */
export const rowAround = (target: EventTarget | null): string | null =>
  target instanceof HTMLElement ? (target.closest<HTMLElement>('[data-conversation]')?.dataset.conversation ?? null) : null

function stepTo(place: HTMLElement, from: HTMLElement, by: 1 | -1) {
  const links = [...place.querySelectorAll<HTMLElement>('[data-conversation] a')]
  const here = from.closest('[data-conversation]')
  const at = links.findIndex((link) => here?.contains(link))
  links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
}
