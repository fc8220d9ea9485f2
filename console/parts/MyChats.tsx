import { useComputed } from '@preact/signals'
import type { AgentChat } from '../../shared/client/chat.ts'
import type { Summary } from '../../shared/protocol/line.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { Kept } from '../../shared/ui/Kept.ts'
import { useLater } from '../../shared/ui/later.ts'
import type { Session } from '../models/session.ts'
import { go, linkTo } from '../router.ts'
import { words } from '../words.ts'
import { Capacity } from './Availability.tsx'
import { CauseMark } from './marks.tsx'
import { PromiseMark } from './Promise.tsx'
import { Rows } from './Rows.tsx'
import { TurnMark } from './Turn.tsx'
import { loadTargets } from './targets.ts'
import { Ago, Wait } from './Wait.tsx'

/** My chats: who has waited longest for my answer stands first. Below them, what is over and not yet wrapped up. */
export function MyChats({ session }: { session: Session }) {
  const { desk } = session
  const mine = desk.mine.value
  const toWrapUp = desk.toWrapUp.value
  return (
    <>
      <section aria-labelledby="mine-heading">
        <h2 class="sect" id="mine-heading">
          {words.chats.mine}
          <Capacity desk={desk} />
        </h2>
        {mine.length === 0 && <p class="empty">{whyNone(session)}</p>}
        <Rows
          class="mine"
          of={mine}
          draw={(one, at) => <Row key={one.id} summary={one} session={session} digit={at < 9 ? at + 1 : null} />}
        />
      </section>
      {toWrapUp.length > 0 && (
        <section aria-labelledby="wrap-heading">
          <h2 class="sect" id="wrap-heading">
            {words.chats.wrapUp}
            <span class="n num" title={words.chats.wrapUpReminder(toWrapUp.length)}>
              {toWrapUp.length}
            </span>
          </h2>
          <Rows class="mine" of={toWrapUp} draw={(one) => <Row key={one.id} summary={one} session={session} digit={null} />} />
        </section>
      )}
    </>
  )
}

function whyNone({ desk }: Session) {
  if (desk.offers.value.length > 0) return words.chats.noChatsYetOffered
  return desk.me.value?.standing.wish === 'away' ? words.chats.noChatsAway : words.chats.noChats
}

interface ItemProps {
  summary: Summary
  session: Session
  /** The key that leads to it, with Alt. */
  digit: number | null
}

/** Drawn again when it changes itself, and not whenever another one does. */
const Row = (item: ItemProps) => <Kept given={Object.values(item)} draw={() => <Item {...item} />} />

function Item({ summary, session, digit }: ItemProps) {
  const { chats } = session
  const { id, requester } = summary
  const chat = chats.open.value.get(id)
  const unread = chat?.unread.value ?? 0
  const timed = useLater(loadTargets, Boolean(summary.targets))
  const isHere = useComputed(() => chats.focus.value === id).value
  const isShown = useComputed(() => chats.panes.value.includes(id)).value
  const open = (event: MouseEvent) => {
    const isBeside = event.shiftKey || event.ctrlKey || event.metaKey
    // Where one has room alone, the browser opens it in a window of its own.
    if (isBeside && chats.room.peek() === 1) return
    event.preventDefault()
    if (isBeside) chats.beside(id)
    else chats.show(id)
    chats.summon(id)
    go({ at: 'chats', conversation: id })
  }
  return (
    <li class={['chat-item', unread > 0 && 'new', isShown && 'shown'].filter(Boolean).join(' ')}>
      <a
        href={linkTo({ at: 'chats', conversation: id })}
        aria-current={isHere ? 'true' : undefined}
        aria-keyshortcuts={digit ? `Alt+${digit}` : undefined}
        title={chats.room.value > 1 ? words.chats.itemHint(digit) : undefined}
        onClick={open}
      >
        <Avatar name={requester.name} isHere={chat?.requesterHere.value === true} />
        <span class="who">{requester.name}</span>
        <When summary={summary} session={session} />
        <span class="last" title={summary.subject}>
          <TurnMark status={summary.status} silence={summary.turn} hold={summary.hold} />
          {timed && <timed.TargetMark targets={summary.targets} clock={session.clock} />}
          {summary.promise && <PromiseMark until={summary.promise.until} clock={session.clock} />}
          {summary.incident && <CauseMark title={summary.incident.title} />}
          <LastLine summary={summary} chat={chat} session={session} isShown={isShown} />
          {unread > 0 && (
            <b class="unread num">
              {unread}
              <span class="sr-only"> {words.shell.unread(unread)}</span>
            </b>
          )}
        </span>
      </a>
    </li>
  )
}

function When({ summary, session: { clock } }: { summary: Summary; session: Session }) {
  if (summary.status !== 'ended' && summary.unansweredSince) {
    return <Wait since={summary.unansweredSince} clock={clock} meaning={words.chats.waitsForYou} />
  }
  return <Ago since={summary.changedAt} clock={clock} />
}

interface LastLineProps extends Pick<ItemProps, 'summary' | 'session'> {
  chat: AgentChat | undefined
  isShown: boolean
}

/** The most telling thing: who is writing, what I began to write and left, how it stands, or what was said last. */
function LastLine({ summary, chat, session, isShown }: LastLineProps) {
  const draft = isShown ? '' : draftIn(session, summary.id)
  if (chat?.typing.value.includes(summary.requester.id)) return <>{words.chats.typing}</>
  if (draft) {
    return (
      <>
        <span class="draft">{words.chats.draft}</span> {draft.slice(0, 80)}
      </>
    )
  }
  if (summary.status === 'held') return <>{summary.hold?.reason || words.chats.held}</>
  return <>{lastWords(chat) || summary.subject}</>
}

function draftIn({ drafts }: Session, conversation: string) {
  const { reply, note } = drafts.of(conversation).value
  return reply.text || note.text
}

function lastWords(chat: AgentChat | undefined) {
  const last = chat?.entries.value.findLast((entry) => entry.kind === 'said')
  return last?.kind === 'said' ? last.body?.text || last.body?.files?.[0]?.name : undefined
}
