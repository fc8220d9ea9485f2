import { createModel, effect, signal } from '@preact/signals'

/**
 * The time that all clocks on the screen show: the server's, so that a wrong clock on the desk does no harm. They go `calmly`:
 * nobody's letters wait for them.
 */
export const ClockModel = createModel((readClock: () => number = Date.now, calmly = (tick: () => void) => tick()) => {
  const local = signal(readClock())
  const now = signal(readClock())
  let ahead = 0

  const tick = () => {
    local.value = readClock()
    now.value = readClock() + ahead
  }
  effect(() => {
    const timer = setInterval(() => calmly(tick), 1000)
    return () => clearInterval(timer)
  })

  return {
    now,
    /** This device's own time, for what only it knows: since when the line is cut. */
    local,
    tick,
    /** Takes over the server's time. */
    set(at: string) {
      ahead = Date.parse(at) - readClock()
      tick()
    },
  }
})

export type ConsoleClock = InstanceType<typeof ClockModel>
