import { afterPaint } from './after-paint.ts'

/** Somebody writes on if his next letter comes within this time. */
const pauseMs = 400

/**
 * Does what nobody waits for where it keeps no letter off the screen: right behind the next one while somebody writes, when the
 * one after it is furthest; at once otherwise.
 */
export function createBetweenKeys() {
  let pressedAt = Number.NEGATIVE_INFINITY
  const due = new Set<() => void>()
  let late: ReturnType<typeof setTimeout> | undefined

  const run = () => {
    clearTimeout(late)
    for (const act of due) act()
    due.clear()
  }
  const press = () => {
    pressedAt = performance.now()
    if (due.size > 0) afterPaint(run)
  }
  addEventListener('keydown', press, { capture: true, passive: true })

  return {
    do(act: () => void) {
      if (performance.now() - pressedAt > pauseMs) return act()
      if (due.size === 0) late = setTimeout(run, pauseMs)
      due.add(act)
    },
    stop() {
      clearTimeout(late)
      removeEventListener('keydown', press, { capture: true })
    },
  }
}
