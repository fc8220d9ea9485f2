import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Act } from '../../shared/protocol.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { textOf } from '../../shared/ui/text.ts'
import { timeOf } from '../../shared/ui/times.ts'
import type { Visible } from '../../shared/visible.ts'
import type { Stage } from '../models/stage.ts'
import type { Visit } from '../models/visit.ts'
import { words } from '../talk-words.ts'
import { deskTexts } from './desk-texts.ts'
import { Sure } from './Sure.tsx'
import { TopBar } from './TopBar.tsx'

interface HeaderProps {
  visit: Visit
  chat: RequesterChat
  stage: Stage
  act(act: Act): void
  close(): void
}

/** Whom I talk to, or what this is; and the ways out. */
export function Header({ visit, chat, stage, act, close }: HeaderProps) {
  const state = chat.state.value
  const agent = stage === 'chat' ? state?.agent : null
  return (
    <TopBar visit={visit} close={close}>
      {agent ? <Avatar name={agent.name} /> : null}
      <div class="title">
        <h1 tabIndex={-1}>{titleOf(stage, state, deskTexts(visit).name)}</h1>
        <small class="num">{subtitleOf(stage, state)}</small>
      </div>
      {stage === 'chat' ? (
        <Sure go={words.end.go} question={words.end.sure} yes={words.yes.end} onYes={() => act({ kind: 'end' })} />
      ) : null}
      {stage === 'waiting' ? (
        <Sure go={words.place.leave} question={words.place.sure} yes={words.yes.leave} onYes={() => act({ kind: 'leave' })} />
      ) : null}
    </TopBar>
  )
}

function titleOf(stage: Stage, state: Visible | null, desk: string): string {
  if (stage === 'chat') return textOf(state?.agent?.name) || desk
  if (stage === 'left') return words.left.title
  if (stage !== 'ended' || !state) return desk
  if (state.ticketStatus === 'cancelled') return words.ended.left
  return state.ticketStatus === 'open' ? words.ended.title : words.ended.solved
}

function subtitleOf(stage: Stage, state: Visible | null): string {
  if (!state) return ''
  const request = words.request(ticketLabel(state.number))
  if (stage !== 'ended' || !state.endedAt) return request
  const times = words.ended.times(timeOf(state.openedAt), timeOf(state.endedAt))
  return state.agent ? `${times} · ${words.ended.with(textOf(state.agent.name))}` : times
}
