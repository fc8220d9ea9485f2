import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ArrowDown } from './icons.tsx'
import { Kept } from './Kept.ts'
import type { Drawn } from './lines.ts'
import type { Place } from './place.ts'
import { StretchLines } from './StretchLines.tsx'
import { type Sight, useSight } from './sight.ts'
import { numbersAround, type Stretch, stretchesOf } from './stretches.ts'
import { useEnd } from './useEnd.ts'
import { words } from './words.ts'

export interface TimelineProps extends Drawn {
  /** What this log is, for those who hear it. */
  label: string
  typing: readonly string[]
  more: boolean
  loadingOlder: boolean
  older(): Promise<void>
  again(id: string): void
  discard(id: string): void
  /** Told whether the newest line is in view. */
  onEnd(isAtEnd: boolean): void
  /** Where its reader was before; the end, if nobody remembers. */
  place?: Place
  /** What stands below the last line, such as a place in the line. */
  children?: ComponentChildren
}

/** Everything that was said and done, as people read it. New lines are read out politely. */
export function Timeline({ label, typing, more, loadingOlder, older, onEnd, place: kept, children, ...given }: TimelineProps) {
  const { entries, outgoing, ...drawn } = given
  const [own] = useState<Place>(() => ({ fromEnd: 0, heights: new Map() }))
  const place = kept ?? own
  const stretches = useStretches(given)
  const first = entries[0]
  const firstKey = first && `${first.lane}${first.seq}`
  const { log, isAtEnd, toEnd } = useEnd(firstKey, entries.length + outgoing.length + typing.length, place, onEnd)
  const sight = useSight(log)
  // Only at first is it known what will be seen; whatever comes later is drawn, and then found to be far or near.
  const [beginning] = useState(() => ({ near: numbersAround(stretches, place.fromEnd, place.heights), isOver: false }))
  useEffect(() => {
    beginning.isOver = true
  }, [beginning])
  const { nameOf, tell, isOurs, delivery, again, discard } = drawn

  return (
    <div class="timeline">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="log" role="log" aria-live="polite" aria-label={label} aria-busy={loadingOlder} tabIndex={0} ref={log}>
        {more ? <Older key={firstKey} isLoading={loadingOlder} older={older} sight={sight} /> : null}
        {stretches.map((stretch, at) => {
          const around = { before: stretches[at - 1], stretch, after: stretches[at + 1] }
          const isNear = beginning.isOver || beginning.near.has(stretch.number)
          return (
            <Kept
              key={stretch.number}
              given={[...Object.values(around), nameOf, tell, isOurs, delivery, again, discard]}
              draw={() => <StretchLines {...around} {...drawn} startsNear={isNear} sight={sight} place={place} log={log} />}
            />
          )
        })}
        {children}
      </div>
      <Writing names={typing.map(nameOf)} />
      {isAtEnd ? null : (
        <button type="button" class="to-newest" aria-label={words.toNewest} onClick={toEnd}>
          <ArrowDown size={18} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

/** Older lines come by themselves when their reader comes near them. */
function Older({ isLoading, older, sight }: { isLoading: boolean; older: () => Promise<void>; sight: Sight }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => (button.current ? sight.watch(button.current, setNear) : undefined), [sight])
  useEffect(() => {
    if (isNear) void older()
  }, [isNear, older])
  return (
    <button type="button" class="button older" ref={button} disabled={isLoading} onClick={() => void older()}>
      {isLoading ? words.loadingOlder : words.older}
    </button>
  )
}

function useStretches({ entries, outgoing }: Pick<Drawn, 'entries' | 'outgoing'>): Stretch[] {
  const before = useRef<Stretch[]>([])
  return useMemo(() => {
    before.current = stretchesOf(entries, outgoing, before.current)
    return before.current
  }, [entries, outgoing])
}

/** Beside the log, so that its coming and going is not read out. */
function Writing({ names }: { names: string[] }) {
  if (names.length === 0) return null
  return (
    <div class="writing">
      <span class="dots" aria-hidden="true">
        <s />
        <s />
        <s />
      </span>
      {words.writing(names)}
    </div>
  )
}
