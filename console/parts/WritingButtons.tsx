import { BookOpen, ListChecks, MonitorCheck, Slash } from 'lucide-preact'
import { words } from '../words.ts'

/** Opens the saved replies, the guides and the articles, for those who do not know of their signs. */
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
        aria-label={words.shell.knowledge}
        title={`${words.shell.knowledge}: ??`}
        onClick={() => ask('??')}
      >
        <BookOpen aria-hidden="true" />
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
