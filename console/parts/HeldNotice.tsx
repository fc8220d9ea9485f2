import { Undo2 } from 'lucide-preact'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { Keys } from './Keys.tsx'

/** What was written a moment ago, and can still be taken back. */
export function HeldNotice({ id, session: { sending, clock }, onUndo }: { id: string; session: Session; onUndo: () => void }) {
  const held = sending.held.value.get(id)
  if (!held) return null
  const left = Math.max(1, Math.ceil((held.at - clock.local.value) / 1000))
  return (
    <p class="held" role="status">
      <span aria-hidden="true" class="num">
        {words.chats.sendsIn(left)}
      </span>
      <span class="sr-only">{words.chats.sendsSoon}</span>
      <button type="button" class="link" onClick={onUndo}>
        <Undo2 aria-hidden="true" />
        {words.chats.undoSend}
        <Keys of="undoSend" />
      </button>
    </p>
  )
}
