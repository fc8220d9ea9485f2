import { useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Act } from '../../shared/protocol.ts'
import { useLater } from '../../shared/ui/later.ts'
import { isRunning } from '../models/board.ts'
import { lastBrief } from '../models/brief.ts'
import { possible } from '../models/conversation-rights.ts'
import { nameIn } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { specialistsOf } from '../models/specialists.ts'
import { words } from '../words.ts'
import { loadDialogs } from './dialogs.ts'

interface WorkProps {
  chat: AgentChat
  session: Session
  state: Conversation
}

/** Who talks to the requester and who does the work, with the brief and what one may do about it. */
export function WorkCard({ chat, session, state }: WorkProps) {
  const { ticket } = state
  if (!ticket.escalation) return null
  const nameOf = nameIn(chat, session.desk)
  const team = nameOf(ticket.escalation.team)
  const { asked } = ticket.escalation
  return (
    <section class="card work" aria-label={words.escalation.filter}>
      <dl class="facts">
        <dt>{words.escalation.owner}</dt>
        <dd>{ticket.communicationOwner ? nameOf(ticket.communicationOwner) : words.tickets.nobody}</dd>
        <dt>{words.escalation.work}</dt>
        <dd>{ticket.workOwner ? words.escalation.of(nameOf(ticket.workOwner), team) : words.escalation.waits(team)}</dd>
      </dl>
      {asked && <p class="hint">{words.escalation.asking(nameOf(asked.agent))}</p>}
      <Acts chat={chat} session={session} state={state} />
      <BriefFacts chat={chat} />
    </section>
  )
}

function Acts({ chat, session, state }: WorkProps) {
  const { me, notices } = session
  const [isReturning, setReturning] = useState(false)
  const dialogs = useLater(loadDialogs, isReturning)
  const can = possible(me, state)
  const act = (what: Act, told: string) => chat.act(what).then(() => notices.tell(told), notices.refused)
  const take = () =>
    chat
      .act({ kind: 'take-work' })
      .then(() => notices.done(words.escalation.taken, () => chat.act({ kind: 'release-work' })), notices.refused)
  return (
    <div class="buttons">
      {can.takeWork && (
        <button type="button" class="button primary" onClick={() => void take()}>
          {words.escalation.take}
        </button>
      )}
      {can.returnWork && (
        <button type="button" class="button" onClick={() => setReturning(true)}>
          {words.escalation.giveBack}
        </button>
      )}
      {can.releaseWork && (
        <button type="button" class="button" onClick={() => void act({ kind: 'release-work' }, words.escalation.released)}>
          {words.escalation.release}
        </button>
      )}
      {can.recallWork && (
        <button type="button" class="button" onClick={() => void act({ kind: 'recall-work' }, words.escalation.recalled)}>
          {words.escalation.recall}
        </button>
      )}
      {can.askIn && <AskIn chat={chat} session={session} state={state} />}
      {isReturning && dialogs && <dialogs.ReturnDialog chat={chat} session={session} onClose={() => setReturning(false)} />}
    </div>
  )
}

/** Whoever of the team has room is asked to come into the chat. */
function AskIn({ chat, session, state }: WorkProps) {
  const { desk, notices } = session
  const team = state.ticket.escalation?.team ?? ''
  const specialists = specialistsOf(team, desk.colleagues.value, state)
  if (!isRunning(state) || specialists.length === 0) return null
  const ask = (agent: string, name: string) =>
    chat.act({ kind: 'ask-in', agent }).then(() => notices.tell(words.escalation.asked(name)), notices.refused)
  return (
    <select
      aria-label={words.escalation.askIn}
      value=""
      onChange={(event) => {
        const one = specialists.find(({ id }) => id === event.currentTarget.value)
        event.currentTarget.value = ''
        if (one) void ask(one.id, one.name)
      }}
    >
      <option value="">{words.escalation.askSomebody}</option>
      {specialists.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

const parts = ['symptom', 'impact', 'environment', 'steps', 'ask'] as const

function BriefFacts({ chat }: { chat: AgentChat }) {
  const brief = lastBrief(chat.entries.value)
  if (!brief) return null
  return (
    <details class="brief" open>
      <summary>{words.escalation.brief}</summary>
      <dl>
        {parts
          .filter((part) => brief[part])
          .map((part) => (
            <div key={part}>
              <dt>{words.escalation[part]}</dt>
              <dd>{brief[part]}</dd>
            </div>
          ))}
      </dl>
    </details>
  )
}
