import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Entry } from '../../shared/entry.ts'
import type { Act } from '../../shared/protocol.ts'
import { GuideCard } from '../../shared/ui/GuideCard.tsx'
import { ListChecks } from '../../shared/ui/guide-icons.tsx'
import { words } from '../../shared/ui/guide-words.ts'
import { ChevronRight } from '../../shared/ui/icons.tsx'
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
  if (!state || state.status === 'ended') return null
  if (!run) return state.agent ? null : <WhileYouWait chat={chat} act={act} />
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

/** Guides that fit what was asked, for whoever does not want to wait idly; each once. */
function WhileYouWait({ chat, act }: Pick<GuideInChatProps, 'chat' | 'act'>) {
  const begun = new Set(chat.entries.value.flatMap((entry) => (entry.kind === 'guide-started' ? [entry.guide] : [])))
  const guides = chat.guides.value.filter(({ id }) => !begun.has(id))
  if (guides.length === 0) return null
  return (
    <section class="guide-list" aria-label={words.meanwhile}>
      <h3>{words.meanwhile}</h3>
      <ul>
        {guides.map(({ id, name, steps }) => (
          <li key={id}>
            <button type="button" onClick={() => act({ kind: 'start-guide', guide: id })}>
              <ListChecks size={16} aria-hidden="true" />
              <span>{words.named(name, steps)}</span>
              <ChevronRight size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the timeline tells while a guide runs: its card tells of its steps. */
export function toldBeside(chat: RequesterChat): readonly Entry[] {
  const run = chat.state.value?.guide?.id
  const entries = chat.entries.value
  return run ? entries.filter((entry) => !('run' in entry) || entry.run !== run || entry.kind === 'guide-started') : entries
}
