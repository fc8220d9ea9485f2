import type { ReadonlySignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { AgentChat } from '../../../shared/client/chat.ts'
import type { Colleague } from '../../../shared/protocol/line.ts'
import { putIn } from '../../../shared/ui/put-in.ts'
import { words } from '../../later-words.ts'
import { fittingNames, mentionAsked, namedIn, readersOf } from '../../models/mentions.ts'
import type { Session } from '../../models/session.ts'
import { words as own } from '../../words.ts'

/** Takes a key for itself; `true` means that it did. */
export type TakesKey = (event: KeyboardEvent) => boolean

interface MentionProps {
  id: string
  chat: AgentChat
  session: Session
  text: ReadonlySignal<string>
  area(): HTMLTextAreaElement | null
  write(text: string): void
  keys: { current: TakesKey | null }
}

/** Whom was chosen where several are called the same, by conversation. */
const picks = new Map<string, Map<string, string>>()
const picksIn = (id: string) => picks.get(id) ?? new Map<string, string>()

const readersIn = (chat: AgentChat, { desk, me }: Session): Colleague[] => {
  const state = chat.state.peek()
  return state ? readersOf(desk.colleagues.peek(), state, me.id) : []
}

/** What goes along with a note: whom it names. */
export const mentionsIn = (text: string, id: string, chat: AgentChat, session: Session) =>
  namedIn(text, readersIn(chat, session), picksIn(id))

/** Colleagues whose name begins as what stands behind the @; the arrow keys choose, Enter takes one over. */
export function MentionMenu({ id, chat, session, text, area, write, keys }: MentionProps) {
  const [chosen, setChosen] = useState(0)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const written = text.value
  const at = area()?.selectionStart ?? written.length
  const asked = mentionAsked(written.slice(0, at))
  const names = asked === null || asked === dismissed ? [] : fittingNames(readersIn(chat, session), asked)
  const place = Math.min(chosen, names.length - 1)

  const take = (one: Colleague | undefined) => {
    if (!one || asked === null) return
    picks.set(id, picksIn(id).set(one.name, one.id))
    const before = `${written.slice(0, at - asked.length)}${one.name} `
    const whole = before + written.slice(at).replace(/^ /, '')
    putIn(area(), whole, before.length)
    write(whole)
    setChosen(0)
  }

  keys.current = (event) => {
    if (names.length === 0 || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
    const act = {
      ArrowDown: () => setChosen((place + 1) % names.length),
      ArrowUp: () => setChosen((place + names.length - 1) % names.length),
      Enter: () => take(names[place]),
      Tab: () => take(names[place]),
      Escape: () => setDismissed(asked),
    }[event.key]
    if (!act) return false
    event.preventDefault()
    act()
    return true
  }
  useEffect(
    () => () => {
      keys.current = null
    },
    [keys],
  )

  const one = names[place]
  if (!one) return null
  return (
    <div class="replies-menu">
      <p class="sr-only" role="status">
        {words.together.mentionChosen(one.name, place + 1, names.length)}
      </p>
      <h3>{words.together.mention}</h3>
      <ul>
        {names.map((colleague, position) => (
          <li key={colleague.id}>
            <button type="button" tabIndex={-1} class={position === place ? 'chosen' : ''} onClick={() => take(colleague)}>
              <b>{colleague.name}</b>
              <span>{own.chats.colleagueState[colleague.here ? colleague.wish : 'offline']}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
