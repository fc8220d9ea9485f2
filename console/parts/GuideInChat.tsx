import { useMemo } from 'preact/hooks'
import { tellAt } from '../models/guide-acts.ts'
import { nameIn } from '../models/names.ts'
import type { PaneProps } from './ChatPane.tsx'
import { useGuideCard } from './guide-later.ts'

/** The guide that runs in a chat, as its requester goes through it; whoever may speak may do a step for him. */
export function GuideInChat({ chat, session, canSpeak }: Omit<PaneProps, 'id'> & { canSpeak: boolean }) {
  const run = chat.state.value?.guide ?? null
  const card = useGuideCard(run !== null)
  const nameOf = useMemo(() => nameIn(chat, session.desk), [chat, session.desk])
  if (!run || !card) return null
  const { id, turn } = run
  return (
    <card.GuideCard
      key={id}
      run={run}
      nameOf={nameOf}
      me={session.me.id}
      pictures={chat.files.want}
      {...(canSpeak && tellAt(chat, session.notices, { run: id, turn }))}
      isAgent
    />
  )
}
