import { ListChecks, MonitorCheck, Slash } from 'lucide-preact'
import { words } from '../words.ts'

/** Opens the saved replies and the guides, for those who do not know of the slash. */
export function WritingButtons({ ask }: { ask: (beginning: string) => void }) {
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={words.chats.savedReplies}
        title={words.chats.savedRepliesHint}
        onClick={() => ask('/')}
      >
        <Slash aria-hidden="true" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={words.chats.guides}
        title={words.chats.guidesHint}
        onClick={() => ask('/guide ')}
      >
        <ListChecks aria-hidden="true" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={words.chats.consent}
        title={words.chats.consentHint}
        onClick={() => ask('/remote ')}
      >
        <MonitorCheck aria-hidden="true" />
      </button>
    </>
  )
}
