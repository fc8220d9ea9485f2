import type { AgentChat } from '../../shared/client/chat.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { Dialog } from './Dialog.tsx'

/** Asks before a chat is ended. */
export function EndDialog({ chat, session, name, onClose }: { chat: AgentChat; session: Session; name: string; onClose: () => void }) {
  const end = () => {
    onClose()
    chat.act({ kind: 'end' }).catch(session.notices.refused)
  }
  return (
    <Dialog title={words.chats.endSure(name)} onClose={onClose}>
      <p>{words.chats.endText}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={onClose}>
          {words.shell.cancel}
        </button>
        <button type="button" class="button primary" onClick={end}>
          {words.chats.end}
        </button>
      </div>
    </Dialog>
  )
}
