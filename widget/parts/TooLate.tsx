import type { RequesterChat } from '../../shared/client/chat.ts'
import { tooLateIn } from '../models/revival.ts'
import type { Visit } from '../models/visit.ts'
import { words } from '../talk-words.ts'

/** Written for a conversation that cannot be reopened any more: words and files go along to a new one. */
export function TooLate({ visit, chat }: { visit: Visit; chat: RequesterChat }) {
  const late = tooLateIn(chat)
  if (late.length === 0) return null
  const anew = () => {
    visit.keepDraft('new', [visit.draft('new'), ...late.map(({ act }) => act.text)].filter(Boolean).join('\n'))
    visit.chosen.value = [...visit.chosen.peek(), ...(chat.files.desk.peek()?.release() ?? [])]
    for (const { id } of late) chat.discard(id)
    visit.goHome()
  }
  return (
    <div class="place" role="alert">
      <p>{words.tooLate.why}</p>
      <button type="button" class="button primary" onClick={anew}>
        {words.tooLate.anew}
      </button>
    </div>
  )
}
