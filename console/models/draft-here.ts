import { insist } from '../../shared/client/insist.ts'
import { route } from '../router.ts'
import type { Session } from './session.ts'

/** The ticket before its reader, if it is solved: of that something can be written down for the next time. */
export function solvedHere({ chats }: Session): string | null {
  const at = route.peek()
  const open = chats.open.peek()
  const [id] =
    [...open].find(([one, { state }]) => (at.at === 'ticket' ? state.peek()?.number === at.number : one === chats.focus.peek())) ?? []
  const status = id && open.get(id)?.state.peek()?.ticket.status
  return id && (at.at === 'ticket' || at.at === 'chats') && (status === 'resolved' || status === 'closed') ? id : null
}

/** Makes a draft of it; `false` says that there is nothing here of which one could be made. */
export function draftHere(session: Session, what: 'article' | 'guide' = 'article') {
  const id = solvedHere(session)
  if (!id) return false
  void insist(() => import('./drafting.ts'))
    .then((part) => (what === 'article' ? part.draftArticle : part.draftGuide)(session, id))
    .catch(session.notices.refused)
}
