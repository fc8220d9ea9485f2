import { Timer, TimerOff } from 'lucide-preact'
import { useMemo } from 'preact/hooks'
import type { ShownTarget } from '../../shared/target.ts'
import { momentFrom } from '../../shared/ui/times.ts'
import type { ConsoleClock } from '../models/clock.ts'
import { firstDue, targetTone, targetWords } from '../models/targets.ts'
import { useTime } from './Wait.tsx'

/** In a list: what is due first, and by when. Colour is never alone: the icon is another one, and the sentence is read aloud. */
export function TargetMark({ targets, clock }: { targets: readonly ShownTarget[] | undefined; clock: ConsoleClock }) {
  const first = firstDue(targets)
  return first?.due ? <Mark key={`${first.target} ${first.due}`} first={first} due={first.due} clock={clock} /> : null
}

function Mark({ first, due, clock }: { first: ShownTarget; due: string; clock: ConsoleClock }) {
  const toneOf = useMemo(() => (now: number) => targetTone(first, now), [first])
  const tone = useTime(clock, 0, toneOf).value
  const now = clock.now.peek()
  const text = targetWords(first, now)
  const Icon = tone === 'late' ? TimerOff : Timer
  return (
    <span class={`promise-mark ${tone}`} title={text}>
      <Icon aria-hidden="true" />
      <span aria-hidden="true" class="num">
        {momentFrom(due, now)}
      </span>
      <span class="sr-only">{text}</span>
    </span>
  )
}
