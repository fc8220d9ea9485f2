import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Act } from '../../shared/protocol.ts'
import { GuideCard } from '../../shared/ui/GuideCard.tsx'
import { tellWithGuides } from '../../shared/ui/guide-for-requester.ts'
import { ListChecks } from '../../shared/ui/guide-icons.tsx'
import { words } from '../../shared/ui/guide-words.ts'
import { ChevronRight } from '../../shared/ui/icons.tsx'
import type { NameOf, Tell } from '../../shared/ui/lines.ts'
import { ConsentCard, tellBesides } from './ConsentCard.tsx'

interface GuideInChatProps {
  chat: RequesterChat
  nameOf: NameOf
  /** The requester's own id. */
  me: string
  act(act: Act): void
}

/** What this chat holds besides words: what the requester is asked to agree to, and a guide. */
export const GuideInChat = (props: GuideInChatProps) => (
  <>
    <ConsentCard chat={props.chat} act={props.act} />
    <Guide {...props} />
  </>
)

/** The guide that runs in this chat: one step at a time. */
function Guide({ chat, nameOf, me, act }: GuideInChatProps) {
  const state = chat.state.value
  const run = state?.guide
  if (!state || state.status === 'ended') return null
  if (!run) {
    if (state.agent) return null
    const wasAlone = state.status === 'unrouted' && chat.entries.value.some((entry) => entry.kind === 'guide-ended')
    return (
      <>
        <WhileYouWait chat={chat} act={act} />
        {wasAlone ? (
          <button type="button" class="button primary wide" onClick={() => act({ kind: 'ask-person' })}>
            {words.toPerson}
          </button>
        ) : null}
      </>
    )
  }
  const place = { run: run.id, turn: run.turn }
  return (
    <GuideCard
      key={run.id}
      run={run}
      nameOf={nameOf}
      me={me}
      pictures={chat.files.want}
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
      <h2>{words.meanwhile}</h2>
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

const tells = new Map<string | undefined, Tell>()

/** What the timeline tells while this guide runs: its card tells of its steps. The same function for the same run. */
export function tellBeside(run: string | undefined): Tell {
  const tell: Tell =
    tells.get(run) ??
    ((entry, nameOf) =>
      'run' in entry && entry.run === run && entry.kind !== 'guide-started'
        ? null
        : (tellBesides(entry, nameOf) ?? tellWithGuides(entry, nameOf)))
  tells.set(run, tell)
  return tell
}
