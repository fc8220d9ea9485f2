import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Entry } from '../../shared/entry.ts'
import type { Act } from '../../shared/protocol.ts'
import { GuideCard } from '../../shared/ui/GuideCard.tsx'
import type { NameOf } from '../../shared/ui/lines.ts'

interface GuideInChatProps {
  chat: RequesterChat
  nameOf: NameOf
  /** The requester's own id. */
  me: string
  act(act: Act): void
}

/** The guide that runs in this chat: one step at a time. */
export function GuideInChat({ chat, nameOf, me, act }: GuideInChatProps) {
  const state = chat.state.value
  const run = state?.guide
  if (!run || state.status === 'ended') return null
  const place = { run: run.id, turn: run.turn }
  return (
    <GuideCard
      run={run}
      nameOf={nameOf}
      me={me}
      answer={(answer) => act({ kind: 'answer-step', ...place, answer })}
      back={() => act({ kind: 'step-back', ...place })}
      stuck={(text) => act({ kind: 'be-stuck', ...place, text })}
      {...(run.startedBy === me && { stop: () => act({ kind: 'stop-guide', run: run.id }) })}
    />
  )
}

/** What the timeline tells while a guide runs: its card tells of its steps. */
export function toldBeside(chat: RequesterChat): readonly Entry[] {
  const run = chat.state.value?.guide?.id
  const entries = chat.entries.value
  return run ? entries.filter((entry) => !('run' in entry) || entry.run !== run || entry.kind === 'guide-started') : entries
}
