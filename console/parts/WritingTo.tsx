import { Avatar } from '../../shared/ui/Avatar.tsx'
import type { Lane } from '../models/drafts.ts'
import { words } from '../words.ts'

interface WritingToProps {
  name: string
  lane: Lane
  canReply: boolean
  choose(lane: Lane): void
}

/** To whom goes what is written below: a reply to this person, in his colour, or a note to colleagues. */
export function WritingTo({ name, lane, canReply, choose }: WritingToProps) {
  return (
    <div class="writing-to">
      {canReply && (
        <fieldset class="lanes">
          <legend class="sr-only">{words.chats.lane}</legend>
          {(['reply', 'note'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={lane === one} onClick={() => choose(one)}>
              {words.chats[one]}
            </button>
          ))}
        </fieldset>
      )}
      <p class="to">
        {lane === 'reply' ? (
          <>
            <Avatar name={name} />
            <span>{words.chats.toWhom(name)}</span>
          </>
        ) : (
          <span>{words.chats.toAgents}</span>
        )}
      </p>
    </div>
  )
}
