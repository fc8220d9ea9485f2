import type { RefObject } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'

/** Tells parts of a log whether they are near what is seen of it. */
export interface Sight {
  watch(part: Element, tell: (isNear: boolean) => void): () => void
}

/** Drawn this far ahead, so that nobody scrolls into a blank. */
const ahead = '1000px 0px'

/** One observer for all parts of a log. Where there is none, everything counts as near. */
export function useSight(log: RefObject<HTMLElement | null>): Sight {
  const { sight, close } = useMemo(() => createSight(log), [log])
  useEffect(() => close, [close])
  return sight
}

function createSight(log: RefObject<HTMLElement | null>) {
  const telling = new Map<Element, (isNear: boolean) => void>()
  let observer: IntersectionObserver | null = null
  const begin = () =>
    new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) telling.get(target)?.(isIntersecting)
      },
      { root: log.current, rootMargin: ahead },
    )
  return {
    sight: {
      watch(part: Element, tell: (isNear: boolean) => void) {
        if (typeof IntersectionObserver === 'undefined') return () => {}
        observer ??= begin()
        telling.set(part, tell)
        observer.observe(part)
        return () => {
          telling.delete(part)
          observer?.unobserve(part)
        }
      },
    },
    close: () => observer?.disconnect(),
  }
}
