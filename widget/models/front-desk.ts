import { type ReadonlySignal, signal } from '@preact/signals'
import type { FrontDesk } from '../../shared/protocol/visit.ts'

export type { FrontDesk }

/** What the desk says at its door, before anybody has said who he is. */
export interface Front {
  now: ReadonlySignal<FrontDesk | null>
  /** Asks, and asks again now and then, until told to stop. */
  watch(): () => void
  ask(): Promise<void>
}

const everyMs = 20_000

/** Asks at the door. What cannot be heard now is heard the next time; what was heard stays. */
export function createFront(look: () => Promise<FrontDesk>): Front {
  const now = signal<FrontDesk | null>(null)
  const ask = () =>
    look().then(
      (heard) => {
        now.value = heard
      },
      () => {},
    )
  return {
    now,
    ask,
    watch() {
      const timer = setInterval(ask, everyMs)
      return () => clearInterval(timer)
    },
  }
}

/** The front desk of our own origin. */
export async function frontDesk(): Promise<FrontDesk> {
  const response = await fetch('/api/reception')
  if (!response.ok) throw new Error(`Answered with ${response.status}`)
  return response.json()
}
