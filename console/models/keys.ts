import { go } from '../router.ts'
import { askTransfer, besideNext, focusOffer, resolveHere, toggleAvailability, toggleHold, write } from './deeds.ts'
import { draftHere } from './draft-here.ts'
import type { Session } from './session.ts'
import { countingKeys, type Deed, isOneOf, type Stroke, shortcuts } from './shortcuts.ts'
import { takeNext } from './take.ts'

/** The keys that work on the whole desk; returns their undo. What a dialog or the composer has taken for itself is not heard here. */
export function watchKeys(session: Session) {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isWriting(event) || document.querySelector('dialog[open]')) return
    const deed = deedOf(event, session)
    const act = deed && actsOf(session, event)[deed]
    if (!act || act() === false) return
    event.preventDefault()
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}

function deedOf(event: KeyboardEvent, { habits }: Session): Deed | undefined {
  const here = { inField: isField(event.target), single: habits.singleKeys.peek() }
  return shortcuts.find((one) => (one.where === 'anywhere' || one.where === 'outside') && isOneOf(countingKeys(one, here), event))?.does
}

/** Letters in a field are no deeds: most of what is pressed. */
const isWriting = ({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent) =>
  key.length === 1 && !altKey && !ctrlKey && !metaKey && isField(target)

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** What each of them does here; `false` leaves the key to the browser. */
function actsOf(session: Session, stroke: Stroke): Partial<Record<Deed, () => unknown>> {
  const { chats, notices, overlay } = session
  return {
    palette: () => overlay.open('palette'),
    sheet: () => overlay.open('sheet'),
    take: () => void takeNext(session),
    toOffer: focusOffer,
    nth: () => goTo(chats.inOrder()[Number(stroke.code.slice(-1)) - 1]),
    next: () => goTo(chats.neighbour(1)),
    previous: () => goTo(chats.neighbour(-1)),
    availability: () => toggleAvailability(session),
    call: () => overlay.open('call'),
    draft: () => draftHere(session),
    undo: notices.takeBackLast,
    toReply: () => write(session, 'reply'),
    toNote: () => write(session, 'note'),
    transfer: () => askTransfer(session),
    hold: () => toggleHold(session),
    beside: () => besideNext(session),
    closeSide: () => closeSide(session),
    about: () => chats.toggleAbout(),
    resolve: () => resolveHere(session),
    leave,
  }
}

function goTo(conversation: string | null | undefined) {
  if (!conversation) return false
  go({ at: 'chats', conversation })
}

function closeSide({ chats }: Session) {
  const id = chats.focus.peek()
  if (!id) return false
  go({ at: 'chats', conversation: chats.hide(id) })
}

/** Out of the field, to the chat around it; out of the chat, to the list. */
function leave() {
  const here = document.activeElement
  const pane = here?.closest<HTMLElement>('.pane')
  if (pane && here !== pane) return pane.focus()
  const current = document.querySelector<HTMLElement>('.inbox [aria-current]') ?? document.querySelector<HTMLElement>('.inbox a')
  if (!current || here === current) return false
  current.focus()
}
