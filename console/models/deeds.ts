import { go } from '../router.ts'
import { possible } from './conversation-rights.ts'
import type { Session } from './session.ts'

/** What can be done with the chat in focus, by keys and by the palette. `false` says that it cannot be done now. */

export type Lane = 'reply' | 'note'

export function toggleAvailability({ desk }: Session) {
  const wish = desk.board.peek()?.me.standing.wish
  if (!wish) return false
  void desk.wish(wish === 'available' ? 'away' : 'available')
}

/** The cursor goes to where one writes in the chat in focus. */
export function write({ chats, drafts }: Session, lane: Lane) {
  const id = chats.focus.peek()
  if (!id) return false
  drafts.choose(id, lane)
  chats.summon(id)
}

export function askTransfer(session: Session) {
  const { chats } = session
  if (!canHere(session)?.transfer) return false
  chats.transferring.value = chats.focus.peek()
}

export function toggleHold(session: Session) {
  const { chats, notices } = session
  const chat = chats.open.peek().get(chats.focus.peek() ?? '')
  const can = canHere(session)
  if (!chat || !can || !(can.hold || can.resume)) return false
  chat.act({ kind: can.hold ? 'hold' : 'resume' }).catch(notices.refused)
}

/** Begins to wrap up: nothing has ended before that is sent. */
export function resolveHere(session: Session) {
  const { chats } = session
  const can = canHere(session)
  if (!can || !(can.end || can.wrapUp)) return false
  chats.resolve(chats.focus.peek())
}

/** Opens the chat that waits longest for me beside this one. */
export function besideNext({ chats }: Session) {
  const other = chats.notShown()
  if (!other || chats.room.peek() < 2) return false
  chats.beside(other)
  go({ at: 'chats', conversation: other })
}

/** The focus goes to what rings. */
export function focusOffer() {
  const accept = document.querySelector<HTMLElement>('.offer .primary')
  if (!accept) return false
  accept.focus()
}

export function canHere({ chats, me }: Session) {
  const state = chats.open
    .peek()
    .get(chats.focus.peek() ?? '')
    ?.state.peek()
  return state ? possible(me, state) : null
}
