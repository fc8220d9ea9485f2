import type { Summary } from '../../shared/protocol/line.ts'
import { Kept } from '../../shared/ui/Kept.ts'
import type { Session } from '../models/session.ts'
import { takeNext, takeThis } from '../models/take.ts'
import { asWait } from '../models/time.ts'
import { words } from '../words.ts'
import { Keys } from './Keys.tsx'
import { AbsentMark, CallBackMark, CauseMark, PriorityMark, UnverifiedMark } from './marks.tsx'
import { Rows } from './Rows.tsx'
import { useTime, Wait } from './Wait.tsx'

/** Who waits for my teams, in the order they will be offered, and the messages that were left. */
export function WaitingLine({ session }: { session: Session }) {
  const { desk } = session
  const waiting = desk.waiting.value
  const unrouted = desk.unrouted.value
  return (
    <>
      <section aria-labelledby="waiting-heading">
        <h2 class="sect" id="waiting-heading">
          {words.chats.waiting}
          {waiting.length > 0 && <Longest session={session} waiting={waiting} />}
        </h2>
        {waiting.length === 0 && <p class="empty">{words.chats.nobodyWaits}</p>}
        <Rows class="line" of={waiting} draw={(one) => <Row key={one.id} summary={one} session={session} />} />
        {waiting.length > 0 && <TakeNext session={session} />}
      </section>
      {unrouted.length > 0 && (
        <section aria-labelledby="unrouted-heading">
          <h2 class="sect" id="unrouted-heading">
            {words.chats.unrouted}
            <span class="n num">{unrouted.length}</span>
          </h2>
          <Rows class="line" of={unrouted} draw={(one) => <Row key={one.id} summary={one} session={session} />} />
          {waiting.length === 0 && <TakeNext session={session} />}
        </section>
      )}
    </>
  )
}

/** Stands below what it takes from: the line, or the messages left while nobody waits. */
function TakeNext({ session }: { session: Session }) {
  return (
    <button type="button" class="take" aria-keyshortcuts="Alt+N" onClick={() => void takeNext(session)}>
      {words.chats.takeNext}
      <Keys of="take" />
    </button>
  )
}

function Longest({ session, waiting }: { session: Session; waiting: Summary[] }) {
  const starts = waiting.map((one) => Date.parse(waitsSince(one)))
  const longest = useTime(session.clock, Math.min(...starts), asWait)
  return <span class="n num">{words.chats.waitingCount(waiting.length, longest.value)}</span>
}

/** Whoever left a message waits since he wrote it, whatever happened to it later. */
const waitsSince = ({ waitingSince, unansweredSince, changedAt }: Summary) => waitingSince ?? unansweredSince ?? changedAt

interface WaitingProps {
  summary: Summary
  session: Session
}

/** Drawn again when it changes itself, and not whenever another one does. */
const Row = (one: WaitingProps) => <Kept given={Object.values(one)} draw={() => <Waiting {...one} />} />

function Waiting({ summary, session }: WaitingProps) {
  const { id, requester, subject, priority, absent, callBack, incident, offer, topic } = summary
  const { me, colleagues, topics } = session.desk
  const topicName = topics.value.get(topic ?? '')
  const offeredTo = offer && (offer.agent === me.value?.id ? words.chats.you : colleagues.value.find((one) => one.id === offer.agent)?.name)
  return (
    <li class="waiting">
      <a href={`#/chats/${id}`} class="who">
        <PriorityMark priority={priority} /> {requester.name}
      </a>
      <Wait since={waitsSince(summary)} clock={session.clock} meaning={words.chats.waitsForSomebody} />
      <span class="what" title={subject}>
        {[subject, topicName].filter(Boolean).join(' · ')}
      </span>
      <button type="button" class="small" aria-label={words.chats.takeOf(requester.name)} onClick={() => void takeThis(session, id)}>
        {words.chats.take}
      </button>
      {(absent || callBack || incident || !requester.verified || offeredTo) && (
        <span class="marks">
          {incident && <CauseMark title={incident.title} />}
          {callBack && <CallBackMark />}
          {absent && <AbsentMark />}
          {!requester.verified && <UnverifiedMark />}
          {offeredTo && <small>{words.chats.offeredTo(offeredTo)}</small>}
        </span>
      )}
    </li>
  )
}
