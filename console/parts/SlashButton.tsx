import { Slash } from 'lucide-preact'
import { words } from '../words.ts'

/** Opens the saved replies, for those who do not know of the slash. */
export function SlashButton({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" class="icon-button" aria-label={words.chats.savedReplies} title={words.chats.savedRepliesHint} onClick={onClick}>
      <Slash aria-hidden="true" />
    </button>
  )
}
