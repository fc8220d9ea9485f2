import { Timer } from 'lucide-preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Conversation } from '../../shared/conversation.ts'
import type { ShownTarget } from '../../shared/target.ts'
import { words as laterWords } from '../later-words.ts'
import type { ConsoleClock } from '../models/clock.ts'
import type { Session } from '../models/session.ts'
import { firstDue, targetSpan, targetTone, targetWords } from '../models/targets.ts'
import { useTime } from './Wait.tsx'

/** Above a timeline: which clocks run, how much is left of each, and why one stands still. */
export function TargetBar({ session, state }: { session: Session; state: Conversation }) {
  const shown = useTargets(session, state)
  const first = firstDue(shown)
  const toneOf = useMemo(() => (now: number) => (first ? targetTone(first, now) : 'calm'), [first])
  const tone = useTime(session.clock, 0, toneOf).value
  if (shown.length === 0) return null
  return (
    <ul class={`promise-bar targets ${tone}`} aria-label={laterWords.targets.list}>
      {shown.map((one) => (
        <One key={`${one.target} ${one.due}`} shown={one} isFirst={one === first} clock={session.clock} />
      ))}
    </ul>
  )
}

/** The letters follow the clock by themselves: nothing is asked, and nothing is read aloud. */
function One({ shown, isFirst, clock }: { shown: ShownTarget; isFirst: boolean; clock: ConsoleClock }) {
  const [text, span] = useMemo(() => [(now: number) => targetWords(shown, now), (now: number) => targetSpan(shown, now)], [shown])
  const left = useTime(clock, 0, span)
  const told = useTime(clock, 0, text)
  return (
    <li>
      {isFirst && <Timer aria-hidden="true" />}
      {isFirst ? <b>{told}</b> : <span>{told}</span>}
      {left.value && <span class="num"> ({left})</span>}
    </li>
  )
}

/** Asked anew whenever something happens by which a clock may go otherwise, and not while it merely goes. */
function useTargets(
  { connection, desk }: Session,
  { id, team, status, ticket, unansweredSince, silence, last }: Conversation,
): readonly ShownTarget[] {
  const [shown, setShown] = useState<readonly ShownTarget[]>([])
  const rules = desk.teams.value.find((one) => one.id === team)?.targets
  const stand = [rules, last.internal, team, status, ticket.status, ticket.priority, unansweredSince, silence?.of].join(' ')
  useEffect(() => {
    let isWanted = true
    const ask = () =>
      connection.ask('conversation:targets', { conversation: id }).then(
        ({ targets }) => isWanted && setShown(targets),
        // What was known stays there; the line says itself that it is down.
        () => undefined,
      )
    const undo = rules ? connection.onBack(() => void ask()) : undefined
    if (!rules) setShown([])
    return () => {
      isWanted = false
      undo?.()
    }
  }, [connection, id, stand, rules])
  return shown
}
