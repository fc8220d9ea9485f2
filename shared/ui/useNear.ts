import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Place } from './place.ts'
import { numbersBetween, type Stretch } from './stretches.ts'

/** At least this far around what is seen is drawn, so that nobody scrolls into a blank; */
const least = 300
/** this far around whoever rests, */
const around = 600
/** and so far ahead of whoever moves, so that not each of his frames has something to draw. */
const ahead = 1_200

/** How much of a log is seen at once: as much as of the last one. */
let seen = globalThis.innerHeight ?? 1200

/** The stretches that are drawn, by their numbers. */
export type Parts = Map<number, HTMLElement>

/**
 * The stretches that are near what is seen of a log. At first only those that are seen; the others when these are painted.
 * Older lines are asked for when their reader comes near them.
 */
export function useNear(log: RefObject<HTMLElement | null>, stretches: readonly Stretch[], place: Place, older: (() => void) | null) {
  const parts = useRef<Parts>(new Map()).current
  const [near, setNear] = useState(() => numbersBetween(place.fromEnd, place.fromEnd + seen, stretches, place.heights))
  const isBegun = useRef(false)
  const before = useRef(place.fromEnd)

  const look = useRef(() => {})
  look.current = () => {
    const element = log.current
    if (!element) return
    // A log that is not shown has no heights.
    const isShown = element.offsetHeight > 0
    if (isShown) {
      seen = element.clientHeight
      for (const [number, part] of parts) place.heights.set(number, part.offsetHeight)
    }
    const within = (below: number, above: number) =>
      numbersBetween(place.fromEnd - below, place.fromEnd + seen + above, stretches, place.heights)
    const moved = place.fromEnd - before.current
    before.current = place.fromEnd
    const isMissing = (one: number) => !near.has(one)
    if ([...within(least, least)].some(isMissing) || (moved === 0 && [...within(around, around)].some(isMissing))) {
      const next = moved === 0 ? within(around, around) : moved > 0 ? within(least, ahead) : within(ahead, least)
      // Whoever has the focus in it would lose it with the lines.
      for (const [number, part] of parts) if (part.contains(document.activeElement)) next.add(number)
      setNear(next)
    }
    if (isShown && element.scrollTop < around) older?.()
  }

  useLayoutEffect(() => {
    if (isBegun.current) look.current()
  }, [stretches])
  useEffect(() => {
    isBegun.current = true
    look.current()
    const element = log.current
    if (!element) return
    const moved = () => look.current()
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(moved)
    element.addEventListener('scroll', moved, { passive: true })
    observer?.observe(element)
    return () => {
      element.removeEventListener('scroll', moved)
      observer?.disconnect()
    }
  }, [log])

  return { near, parts }
}
