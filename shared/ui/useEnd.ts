import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

/**
 * Keeps a log at its newest line while the reader is there, and leaves him where he reads otherwise;
 * when older lines come in front (the first key changes) what he reads stays in place.
 */
export function useEnd(firstKey: string | undefined, length: number, onEnd: (isAtEnd: boolean) => void) {
  const log = useRef<HTMLDivElement>(null)
  const before = useRef({ firstKey, height: 0 })
  const atEnd = useRef(true)
  const [isAtEnd, setAtEnd] = useState(true)

  const toEnd = useCallback(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight
  }, [])

  useLayoutEffect(() => {
    const element = log.current
    if (!element) return
    if (atEnd.current) toEnd()
    else if (firstKey !== before.current.firstKey) element.scrollTop += element.scrollHeight - before.current.height
    before.current = { firstKey, height: element.scrollHeight }
  }, [firstKey, length])

  useEffect(() => {
    const element = log.current
    if (!element) return
    const moved = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 48
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
  }, [toEnd])

  useEffect(() => onEnd(isAtEnd), [isAtEnd, onEnd])

  return { log, isAtEnd, toEnd }
}
