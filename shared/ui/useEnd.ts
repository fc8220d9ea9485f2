import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Place } from './place.ts'

const endWithin = 48

/**
 * Keeps a log at its newest line while the reader is there, and leaves him where he reads otherwise, also when he comes back to it;
 * when older lines come in front (the first key changes) what he reads stays in place.
 */
export function useEnd(firstKey: string | undefined, length: number, place: Place, onEnd: (isAtEnd: boolean) => void) {
  const log = useRef<HTMLDivElement>(null)
  const before = useRef({ firstKey, toBottom: 0 })
  const atEnd = useRef(place.fromEnd < endWithin)
  const [isAtEnd, setAtEnd] = useState(atEnd.current)

  const toEnd = useCallback(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight
  }, [])

  // Measured while the older lines are not there yet.
  if (log.current && firstKey !== before.current.firstKey)
    before.current = { firstKey, toBottom: log.current.scrollHeight - log.current.scrollTop }

  useLayoutEffect(() => {
    const element = log.current
    if (element && place.fromEnd >= endWithin) element.scrollTop = element.scrollHeight - element.clientHeight - place.fromEnd
  }, [])

  useLayoutEffect(() => {
    const element = log.current
    if (!element) return
    if (atEnd.current) toEnd()
    else if (before.current.toBottom > 0) element.scrollTop = element.scrollHeight - before.current.toBottom
    before.current.toBottom = 0
  }, [firstKey, length])

  useEffect(() => {
    const element = log.current
    if (!element) return
    const moved = () => {
      place.fromEnd = element.scrollHeight - element.scrollTop - element.clientHeight
      atEnd.current = place.fromEnd < endWithin
      setAtEnd(atEnd.current)
    }
    const resized = () => atEnd.current && toEnd()
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(resized)
    element.addEventListener('scroll', moved, { passive: true })
    observer?.observe(element)
    return () => {
      element.removeEventListener('scroll', moved)
      observer?.disconnect()
    }
  }, [toEnd, place])

  useEffect(() => onEnd(isAtEnd), [isAtEnd, onEnd])

  return { log, isAtEnd, toEnd }
}
