import { CalendarClock } from 'lucide-preact'
import type { AgentChat } from '../../shared/client/chat.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Promised } from '../../shared/promise.ts'
import { useLater } from '../../shared/ui/later.ts'
import { momentFrom } from '../../shared/ui/times.ts'
import type { ConsoleClock } from '../models/clock.ts'
import { possible } from '../models/conversation-rights.ts'
import { promiseSpan, promiseTone, promiseWords } from '../models/promises.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { loadDialogs } from './dialogs.ts'
import { useTime } from './Wait.tsx'

/** In a list: by when the next news is owed. Colour is never alone: the sentence is read aloud. */
export function PromiseMark({ until, clock }: { until: string; clock: ConsoleClock }) {
  const tone = useTime(clock, Date.parse(until), promiseTone).value
  const text = promiseWords({ until }, tone, clock.now.peek())
  return (
    <span class={`promise-mark ${tone}`} title={text}>
      <CalendarClock aria-hidden="true" />
      <span aria-hidden="true" class="num">
        {momentFrom(until, clock.now.peek())}
      </span>
      <span class="sr-only">{text}</span>
    </span>
  )
}

interface PromiseBarProps {
  id: string
  chat: AgentChat
  session: Session
  state: Conversation
}

/** Above a timeline: what the requester was promised, how long that is still to come, and what can be done about it; and what is asked for there. */
export function PromiseBar({ id, chat, session, state }: PromiseBarProps) {
  const { promising, escalating } = session.chats
  const given = state.ticket.promise
  const dialogs = useLater(loadDialogs, promising.value === id || escalating.value === id)
  const close = () => {
    promising.value = null
    escalating.value = null
  }
  return (
    <>
      {given && <Bar key={given.until} given={given} chat={chat} session={session} state={state} />}
      {promising.value === id && dialogs && <dialogs.PromiseDialog chat={chat} session={session} state={state} onClose={close} />}
      {escalating.value === id && dialogs && <dialogs.EscalateDialog chat={chat} session={session} state={state} onClose={close} />}
    </>
  )
}

function Bar({ given, chat, session, state }: { given: Promised } & Omit<PromiseBarProps, 'id'>) {
  const { clock, chats, notices, me } = session
  const over = Date.parse(given.until)
  const tone = useTime(clock, over, promiseTone).value
  const keep = () => chat.act({ kind: 'keep-promise' }).then(() => notices.tell(words.promises.told), notices.refused)
  return (
    <div class={`promise-bar ${tone}`}>
      <CalendarClock aria-hidden="true" />
      <p>
        <b>{promiseWords(given, tone, clock.now.peek())}</b> <span class="num">({useTime(clock, over, promiseSpan)})</span>
        {given.about && <span class="what-about">{given.about}</span>}
      </p>
      {possible(me, state).promise && (
        <span class="buttons">
          <button type="button" class="button small" title={words.promises.givenHint} onClick={() => void keep()}>
            {words.promises.given}
          </button>
          <button
            type="button"
            class="button small"
            onClick={() => {
              chats.promising.value = state.id
            }}
          >
            {words.promises.change}
          </button>
        </span>
      )}
    </div>
  )
}
