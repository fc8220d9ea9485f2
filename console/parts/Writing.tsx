import { useRef, useState } from 'preact/hooks'
import type { CannedReply } from '../../shared/protocol/admin.ts'
import { Composer } from '../../shared/ui/Composer.tsx'
import { nameIn } from '../models/names.ts'
import { fitting } from '../models/replies.ts'
import { words } from '../words.ts'
import type { PaneProps } from './ChatPane.tsx'
import { RepliesMenu } from './RepliesMenu.tsx'

type Lane = 'reply' | 'note'

/** Where replies and notes are written. Notes look unlike anything that the requester sees, and tell nobody that one writes. */
export function Writing({ id, chat, session, canReply }: PaneProps & { canReply: boolean }) {
  const [wanted, setWanted] = useState<Lane>('reply')
  const [chosen, setChosen] = useState(0)
  const [dismissed, setDismissed] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const lane: Lane = canReply ? wanted : 'note'
  const text = session.drafts.all.value[id]?.[lane] ?? ''
  const name = nameIn(chat, session.desk)(chat.state.value?.requester ?? '')
  const isAsking = lane === 'reply' && /^\/[^\n]*$/.test(text) && !dismissed
  const offered = isAsking ? fitting(session.replies.list.value, text) : []

  const write = (written: string) => {
    session.drafts.write(id, lane, written)
    setChosen(0)
    if (!written.startsWith('/')) setDismissed(false)
    if (lane === 'reply' && written.trim() && !written.startsWith('/')) chat.type()
  }
  const send = (written: string) => {
    chat.write(lane === 'reply' ? { kind: 'say', text: written } : { kind: 'note', text: written })
    session.drafts.write(id, lane, '')
  }
  const choose = (one: Lane) => {
    setWanted(one)
    place.current?.querySelector('textarea')?.focus()
  }
  const insert = (reply: CannedReply | undefined) => {
    if (reply) write(reply.text)
  }
  const onKey = (event: KeyboardEvent) => {
    if (offered.length === 0) return false
    const act = {
      ArrowDown: () => setChosen((chosen + 1) % offered.length),
      ArrowUp: () => setChosen((chosen + offered.length - 1) % offered.length),
      Enter: () => insert(offered[chosen]),
      Tab: () => insert(offered[chosen]),
      Escape: () => setDismissed(true),
    }[event.key]
    if (!act || event.shiftKey) return false
    event.preventDefault()
    act()
    return true
  }

  return (
    <div ref={place} class={lane === 'note' ? 'writing-place for-note' : 'writing-place'}>
      {isAsking && <RepliesMenu replies={offered} chosen={chosen} onChoose={insert} />}
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
      <Composer
        label={lane === 'reply' ? words.chats.replyLabel(name) : words.chats.note}
        placeholder={lane === 'reply' ? words.chats.replyTo(name) : words.chats.noteHint}
        value={text}
        onInput={write}
        onSend={send}
        onKey={onKey}
      />
    </div>
  )
}
