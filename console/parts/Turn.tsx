import { BellRing, Hourglass, Pause } from 'lucide-preact'
import type { Status } from '../../shared/conversation.ts'
import type { Hold, Silence } from '../../shared/silence.ts'
import { weekdayTimeOf } from '../../shared/ui/times.ts'
import type { ConsoleClock } from '../models/clock.ts'
import { asWait } from '../models/time.ts'
import { words } from '../words.ts'
import { useTime } from './Wait.tsx'

interface Talk {
  status: Status
  silence?: Silence | null
  hold?: Hold | null
}

/** In a list: whose turn it is where that is not the agent's, or that he has kept somebody waiting for long. */
export function TurnMark({ status, silence, hold }: Talk) {
  if (status === 'held') {
    const text = hold ? heldWords(hold) : words.chats.held
    return (
      <span class="turn" title={text}>
        <Pause aria-hidden="true" />
        <span class="sr-only">{text}</span>
      </span>
    )
  }
  if (status !== 'active' || !silence) return null
  if (silence.of === 'agent') {
    if (!silence.reached) return null
    return (
      <span class="turn bad">
        <BellRing aria-hidden="true" />
        {words.turns.answerNow}
      </span>
    )
  }
  const text = silence.reached ? words.turns.asked : words.turns.standing.requester
  return (
    <span class="turn" title={text}>
      <Hourglass aria-hidden="true" />
      <span class="sr-only">{text}</span>
    </span>
  )
}

/** In the head of a chat: why and until when it rests, or who is to speak, and for how long already. */
export function TurnLine({ talk: { status, silence, hold }, clock }: { talk: Talk; clock: ConsoleClock }) {
  if (status === 'held') return <span>{`${hold ? heldWords(hold) : words.chats.held} ·`}</span>
  if (status !== 'active' || !silence || (silence.of === 'agent' && !silence.reached)) return null
  return <Since key={silence.since} silence={silence} clock={clock} />
}

function Since({ silence, clock }: { silence: Silence; clock: ConsoleClock }) {
  const wait = useTime(clock, Date.parse(silence.since), asWait)
  const text = silence.of === 'requester' && silence.reached ? words.turns.asked : words.turns.standing[silence.of]
  return (
    <span class={silence.of === 'agent' ? 'turn bad' : 'turn'}>
      {text} <span class="num">{wait}</span> ·
    </span>
  )
}

function heldWords({ until, reason, silent }: Hold) {
  const text = silent ? words.turns.heldSilent : until ? words.turns.heldUntil(weekdayTimeOf(until)) : words.chats.held
  return reason ? `${text}: ${reason}` : text
}
