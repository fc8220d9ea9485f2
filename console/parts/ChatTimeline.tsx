import { useCallback, useEffect, useMemo } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import type { Entry } from '../../shared/entry.ts'
import { LivingTimeline } from '../../shared/ui/LivingTimeline.tsx'
import type { NameOf, Tell } from '../../shared/ui/lines.ts'
import { possible } from '../models/conversation-rights.ts'
import { tellAgent } from '../models/for-agent.ts'
import { nameIn } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { GuideInChat } from './GuideInChat.tsx'

interface ChatTimelineProps {
  id: string
  chat: AgentChat
  session: Session
  requester: string
}

/** Everything that happened in a conversation, both lanes, alive. What is in view counts as seen. */
export function ChatTimeline({ id, chat, session, requester }: ChatTimelineProps) {
  const nameOf = useMemo(() => nameIn(chat, session.desk), [chat, session.desk])
  const isOurs = useCallback((person: string) => person !== requester, [requester])
  const entries = chat.entries.value
  const state = chat.state.value
  const run = state?.guide?.id
  const told = useMemo(() => withoutRepetitions(entries).map((entry) => withNames(entry, nameOf)), [entries, nameOf])
  const tell: Tell = useCallback((entry, nameOf) => (isOnCard(entry, run) ? null : tellAgent(entry, nameOf)), [run])
  useEffect(() => () => chat.show(false), [chat])
  return (
    <LivingTimeline
      chat={chat}
      label={nameOf(requester)}
      entries={told}
      outgoing={chat.outgoing.value}
      tell={tell}
      nameOf={nameOf}
      isOurs={isOurs}
      onEnd={chat.show}
      place={session.chats.placeOf(id)}
    >
      <GuideInChat chat={chat} session={session} canSpeak={state !== null && possible(session.me, state).reply} />
    </LivingTimeline>
  )
}

/** Who is mentioned is called as he is called now. */
function withNames(entry: Entry, nameOf: NameOf): Entry {
  if (entry.kind !== 'noted' || !entry.mentions || !entry.body) return entry
  const { as = [], text } = entry.body
  const now = entry.mentions.reduce((told, id, place) => told.replaceAll(`@${as[place]}`, `@${nameOf(id)}`), text)
  return now === text ? entry : { ...entry, body: { ...entry.body, text: now } }
}

/** While a guide runs, its card tells of its steps. */
const isOnCard = (entry: Entry, run: string | undefined) =>
  run !== undefined && 'run' in entry && entry.run === run && entry.kind !== 'guide-started'

/**
 * A ticket is logged anew after whatever follows its end; that it was logged is news only once.
 * And that somebody was asked is told by his answer.
 */
function withoutRepetitions(entries: readonly Entry[]): readonly Entry[] {
  const logged = entries.find(({ kind }) => kind === 'logged')
  return entries.filter((entry, at) => {
    if (entry.kind === 'logged') return entry === logged
    // What is said in a thread of advice stands beside.
    if (entry.kind === 'noted' && entry.advice) return entry.to !== undefined
    return entry.kind !== 'offered' || !isAccepted(entry, entries.slice(at + 1, at + 4))
  })
}

const isAccepted = ({ agent }: Entry & { kind: 'offered' }, next: readonly Entry[]) =>
  next.some((entry) => entry.kind === 'assigned' && entry.how === 'offer' && entry.agent === agent)
