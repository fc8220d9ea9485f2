import type { LucideIcon } from 'lucide-preact'
import {
  ArrowLeft,
  ArrowRightLeft,
  CalendarClock,
  CircleQuestionMark,
  Columns2,
  Hourglass,
  LogOut,
  MessageCircleReply,
  MessageSquareOff,
  PanelRight,
  Pause,
  Play,
  UserPlus,
  UserRoundCheck,
  X,
} from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Conversation } from '../../shared/conversation.ts'
import type { Act } from '../../shared/protocol.ts'
import type { Speaker } from '../../shared/silence.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { useLater } from '../../shared/ui/later.ts'
import type { Possible } from '../models/conversation-rights.ts'
import { besideNext } from '../models/deeds.ts'
import { nameIn } from '../models/names.ts'
import { go, linkTo } from '../router.ts'
import { words } from '../words.ts'
import type { PaneProps } from './ChatPane.tsx'
import { loadDialogs } from './dialogs.ts'
import { UnverifiedMark } from './marks.tsx'
import { TurnLine } from './Turn.tsx'

type Asking = 'end' | 'why' | 'hold' | null

/** Who it is, what it is about, and what can be done with the whole chat. */
export function PaneHead({ id, chat, session, state, can }: PaneProps & { state: Conversation; can: Possible }) {
  const [asking, setAsking] = useState<Asking>(null)
  const { chats, desk, notices } = session
  const name = nameIn(chat, desk)(state.requester)
  const topic = desk.topics.value.get(state.topic ?? '')
  const act = (what: Act) => void chat.act(what).catch(notices.refused)
  const close = () => setAsking(null)
  const hasOthers = chats.panes.value.length > 1
  const isTransferring = chats.transferring.value === id
  const dialogs = useLater(loadDialogs, isTransferring || asking !== null)
  const transfer = (wanted: boolean) => {
    chats.transferring.value = wanted ? id : null
  }

  return (
    <header class="pane-head">
      <a class="icon-button back" href={linkTo({ at: 'chats', conversation: null })} aria-label={words.chats.back} title={words.chats.back}>
        <ArrowLeft aria-hidden="true" />
      </a>
      <Avatar name={name} isHere={chat.requesterHere.value === true} />
      <div class="title">
        <h2>
          <span>{name}</span>
          {!state.verified && <UnverifiedMark />}
        </h2>
        <p title={state.ticket.subject}>
          {statusWord(state) && <span>{`${statusWord(state)} ·`}</span>}
          <TurnLine talk={state} clock={session.clock} />
          <bdi>{[state.ticket.subject, topic, ticketLabel(state.number)].filter(Boolean).join(' · ')}</bdi>
        </p>
      </div>
      <div class="acts">
        {can.join && <Verb name={words.chats.join} icon={UserPlus} onClick={() => act({ kind: 'join' })} />}
        {can.takeOver && <Verb name={words.chats.takeOver} icon={UserRoundCheck} onClick={() => act({ kind: 'take-over' })} />}
        {can.stepOut && <Verb name={words.chats.stepOut} icon={LogOut} onClick={() => act({ kind: 'step-out' })} />}
        {can.hold && <Verb name={words.chats.hold} icon={Pause} onClick={() => setAsking('hold')} />}
        {can.resume && <Verb name={words.chats.resume} icon={Play} onClick={() => act({ kind: 'resume' })} />}
        {can.turn && <Turn to={can.turn} act={act} />}
        {can.promise && <Verb name={words.promises.act} icon={CalendarClock} onClick={() => promiseNews(chats, id)} />}
        {can.transfer && <Verb name={words.chats.transfer} icon={ArrowRightLeft} onClick={() => transfer(true)} />}
        {can.end && <Verb name={words.chats.end} icon={MessageSquareOff} onClick={() => setAsking('end')} />}
        <Verb name={words.chats.why} icon={CircleQuestionMark} onClick={() => setAsking('why')} />
        <span class="narrow-only">
          <Verb name={words.chats.showAbout} icon={PanelRight} onClick={() => chats.openAbout(id)} />
        </span>
        {hasOthers && <Verb name={words.chats.closePane} icon={X} onClick={() => go({ at: 'chats', conversation: chats.hide(id) })} />}
        <Beside session={session} />
      </div>
      {isTransferring && dialogs && <dialogs.TransferDialog chat={chat} session={session} state={state} onClose={() => transfer(false)} />}
      {asking === 'end' && dialogs && <dialogs.EndDialog chat={chat} session={session} name={name} onClose={close} />}
      {asking === 'hold' && dialogs && <dialogs.HoldDialog chat={chat} onClose={close} />}
      {asking === 'why' && dialogs && <dialogs.WhyDialog id={id} session={session} onClose={close} />}
    </header>
  )
}

function promiseNews(chats: PaneProps['session']['chats'], id: string) {
  chats.promising.value = id
}

/** Opens the chat that waits longest for me beside this one, where there is room. */
function Beside({ session }: Pick<PaneProps, 'session'>) {
  const { chats, desk } = session
  if (chats.panes.value.length >= chats.room.value) return null
  const shown = chats.panes.value
  const other = desk.mine.value.find(({ id }) => !shown.includes(id))
  return other ? <Verb name={`${words.chats.beside}: ${other.requester.name}`} icon={Columns2} onClick={() => besideNext(session)} /> : null
}

/** Says whose turn it is, where that is not whose it seems to be. */
function Turn({ to, act }: { to: Speaker; act: (what: Act) => void }) {
  return (
    <Verb
      name={words.turns.say[to]}
      icon={to === 'agent' ? MessageCircleReply : Hourglass}
      onClick={() => act({ kind: 'await', of: to })}
    />
  )
}

function Verb({ name, icon: Icon, onClick }: { name: string; icon: LucideIcon; onClick: () => void }) {
  return (
    <button type="button" class="icon-button" title={name} aria-label={name} onClick={onClick}>
      <Icon aria-hidden="true" />
    </button>
  )
}

function statusWord({ status }: Conversation) {
  if (status === 'ended') return words.chats.ended
  return status === 'waiting' ? words.chats.waiting : ''
}
