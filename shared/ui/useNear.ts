import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Place } from './place.ts'
import { numbersBetween, type Stretch } from './stretches.ts'

/** Drawn this far ahead, so that nobody scrolls into a blank. */
const ahead = 600

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
    const next = numbersBetween(place.fromEnd - ahead, place.fromEnd + seen + ahead, stretches, place.heights)
    // Whoever has the focus in it would lose it with the lines.
    for (const [number, part] of parts) if (part.contains(document.activeElement)) next.add(number)
    if (next.size !== near.size || [...next].some((one) => !near.has(one))) setNear(next)
    if (isShown && element.scrollTop < ahead) older?.()
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
