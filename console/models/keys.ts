import { go } from '../router.ts'
import type { Session } from './session.ts'
import { takeNext } from './take.ts'

/** The keys that work everywhere; returns their undo. All hold Alt, so that none can be hit while writing. */
export function watchKeys(session: Session) {
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return
    // What a key writes with Alt differs from keyboard to keyboard; its place does not.
    const act = { KeyN: () => void takeNext(session), KeyJ: () => step(session, 1), KeyK: () => step(session, -1) }[event.code]
    if (!act) return
    event.preventDefault()
    act()
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}

function step({ chats }: Session, by: 1 | -1) {
  const conversation = chats.neighbour(by)
  if (conversation) go({ at: 'chats', conversation })
}
