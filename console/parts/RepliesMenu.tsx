import type { CannedReply } from '../../shared/protocol/admin.ts'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'

interface RepliesMenuProps {
  replies: CannedReply[]
  /** There are none at all, whatever is written. */
  isEmpty: boolean
  chosen: number
  onChoose: (reply: CannedReply) => void
}

/** Saved replies that fit what was written behind the slash; the arrow keys choose, Enter takes one over. */
export function RepliesMenu({ replies, isEmpty, chosen, onChoose }: RepliesMenuProps) {
  const one = replies[chosen]
  const none = isEmpty ? words.settings.noReplies : words.chats.noReplies
  return (
    <div class="replies-menu">
      <p class="sr-only" role="status">
        {one ? words.chats.replyChosen(one.name, chosen + 1, replies.length) : none}
      </p>
      <h3>{words.chats.savedReplies}</h3>
      {replies.length === 0 && (
        <p class="empty">
          {none} {isEmpty && <a href={linkTo({ at: 'settings', page: 'replies' })}>{words.settings.newReply}</a>}
        </p>
      )}
      <ul>
        {replies.map((reply, place) => (
          <li key={reply.id}>
            <button type="button" tabIndex={-1} class={place === chosen ? 'chosen' : ''} onClick={() => onChoose(reply)}>
              <b>{reply.name}</b>
              <span>{reply.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
