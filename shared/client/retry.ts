import { type RefusalCode, Refused } from '../refusal.ts'
import { backOff } from './backoff.ts'
import type { Connection } from './connection.ts'
import { NotReached } from './not-reached.ts'

/** Attempts again, for ever, whatever may pass by itself: a lost line, a busy server, an expired session. The desk's real no is thrown. */
export async function untilAnswered<T>(connection: Pick<Connection, 'state'>, attempt: () => Promise<T>, stop: AbortSignal): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!mayPass(error)) throw error
      await pause(connection, backOff(tries), stop)
      if (stop.aborted) throw error
    }
  }
}

const passing: readonly RefusalCode[] = ['unavailable', 'too-fast', 'signed-out']

const mayPass = (error: unknown) => error instanceof NotReached || (error instanceof Refused && passing.includes(error.code))

/** Ends after the time, or as soon as a line that was down stands again. */
function pause({ state }: Pick<Connection, 'state'>, ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wasDown = state.peek().kind !== 'online'
    const unsubscribe = state.subscribe(({ kind }) => {
      if (wasDown && kind === 'online') queueMicrotask(done)
    })
    const timer = setTimeout(done, ms)
    stop.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      unsubscribe()
      stop.removeEventListener('abort', done)
      resolve()
    }
  })
}
