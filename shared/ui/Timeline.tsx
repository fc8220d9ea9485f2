import type { ComponentChildren } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import { ArrowDown } from './icons.tsx'
import { Kept } from './Kept.ts'
import type { Drawn } from './lines.ts'
import type { Place } from './place.ts'
import { StretchLines } from './StretchLines.tsx'
import { drawnOf, heightOfAll, type Stretch, stretchesOf } from './stretches.ts'
import { useEnd } from './useEnd.ts'
import { useNear } from './useNear.ts'
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
  const { near, parts } = useNear(log, stretches, place, more ? () => void older() : null)
  const last = stretches.at(-1)
  const { nameOf, tell, isOurs, delivery, again, discard } = drawn

  return (
    <div class="timeline">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="log" role="log" aria-live="polite" aria-label={label} aria-busy={loadingOlder} tabIndex={0} ref={log}>
        {more ? (
          <button type="button" class="button older" disabled={loadingOlder} onClick={() => void older()}>
            {loadingOlder ? words.loadingOlder : words.older}
          </button>
        ) : null}
        {drawnOf(stretches, (one) => one === last || near.has(one.number)).map((one) => {
          if (Array.isArray(one))
            return <div key={`far${one[0]?.number}`} class="stretch" style={{ height: `${heightOfAll(one, place.heights)}px` }} />
          const at = stretches.indexOf(one)
          const around = { before: stretches[at - 1], stretch: one, after: stretches[at + 1] }
          return (
            <Kept
              key={one.number}
              given={[...Object.values(around), nameOf, tell, isOurs, delivery, again, discard]}
              draw={() => <StretchLines {...around} {...drawn} parts={parts} place={place} log={log} />}
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
