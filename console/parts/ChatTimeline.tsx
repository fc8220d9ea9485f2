import { useCallback, useEffect, useMemo } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import type { Entry } from '../../shared/entry.ts'
import { LivingTimeline } from '../../shared/ui/LivingTimeline.tsx'
import { useLater } from '../../shared/ui/later.ts'
import type { Tell } from '../../shared/ui/lines.ts'
import { possible } from '../models/conversation-rights.ts'
import { tellAgent } from '../models/for-agent.ts'
import { nameIn } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { shownEntries } from '../models/shown-entries.ts'
import { GuideInChat } from './GuideInChat.tsx'

export interface ChatTimelineProps {
  id: string
  chat: AgentChat
  session: Session
  requester: string
}

/** Fetched where tickets were merged. */
const loadMerged = () => import('./MergedChat.tsx')

/** Everything that happened in a conversation, both lanes, alive, with those that go on in it. What is in view counts as seen. */
export function ChatTimeline(props: ChatTimelineProps) {
  const merged = props.chat.merged.value
  const later = useLater(loadMerged, merged !== null)
  return merged && later ? <later.MergedChat {...props} merged={merged} /> : <OwnTimeline {...props} />
}

/** What happened in this one alone. */
export function OwnTimeline({ id, chat, session, requester }: ChatTimelineProps) {
  const { nameOf, isOurs, tell, guide } = useTold({ chat, session, requester })
  const entries = chat.entries.value
  const told = useMemo(() => shownEntries(entries, nameOf), [entries, nameOf])
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
      {guide}
    </LivingTimeline>
  )
}

/** How a timeline is told to agents, and the guide that runs in it. */
export function useTold({ chat, session, requester }: Omit<ChatTimelineProps, 'id'>) {
  const nameOf = useMemo(() => nameIn(chat, session.desk), [chat, session.desk])
  const isOurs = useCallback((person: string) => person !== requester, [requester])
  const state = chat.state.value
  const run = state?.guide?.id
  const tell: Tell = useCallback((entry, nameOf) => (isOnCard(entry, run) ? null : tellAgent(entry, nameOf)), [run])
  const guide = <GuideInChat chat={chat} session={session} canSpeak={state !== null && possible(session.me, state).reply} />
  return { nameOf, isOurs, tell, guide }
}

/** While a guide runs, its card tells of its steps. */
const isOnCard = (entry: Entry, run: string | undefined) =>
  run !== undefined && 'run' in entry && entry.run === run && entry.kind !== 'guide-started'
