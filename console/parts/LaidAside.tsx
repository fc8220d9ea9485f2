import { computed } from '@preact/signals'
import { ArrowDown } from 'lucide-preact'
import { useMemo } from 'preact/hooks'
import type { Lane } from '../models/drafts.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'

interface LaidAsideProps {
  id: string
  lane: Lane
  session: Session
  /** Something was taken up: the cursor goes where it stands now. */
  onTakeUp(): void
}

/** What was written on another device in the same moment: to be taken up again, or let go. */
export function LaidAside({ id, lane, session: { drafts, notices }, onTakeUp }: LaidAsideProps) {
  const drafted = drafts.of(id)
  // Null as long as nothing lies there: a letter draws nothing here anew.
  const aside = useMemo(
    () => computed(() => (drafted.value[lane].aside.length > 0 ? drafted.value[lane].aside : null)),
    [drafted, lane],
  ).value
  if (!aside) return null
  const takeUp = (text: string) => {
    drafts.takeUp(id, lane, text)
    onTakeUp()
  }
  const letGo = (text: string) => {
    drafts.letGo(id, lane, text)
    notices.done(words.chats.asideGone, async () => drafts.layAside(id, lane, text))
  }
  return (
    <section class="laid-aside" aria-label={words.chats.aside}>
      <p role="status">{words.chats.aside}</p>
      <ul>
        {aside.map((text) => (
          <li key={text}>
            <q>{text}</q>
            <button type="button" class="link" onClick={() => takeUp(text)}>
              <ArrowDown aria-hidden="true" />
              {words.chats.asideTakeUp}
            </button>
            <button type="button" class="link" onClick={() => letGo(text)}>
              {words.chats.asideLetGo}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
