import { type ReadonlySignal, signal } from '@preact/signals'

/** Whether this tab is the one of all that are open. Where the browser cannot tell, as on pages without TLS, each is. */
export function soundingTab(name: string): { isIt: ReadonlySignal<boolean>; leave(): void } {
  const { locks } = globalThis.navigator ?? {}
  const isIt = signal(!locks)
  const leaving = new AbortController()
  const untilLeft = () => {
    isIt.value = true
    return new Promise<void>((left) => leaving.signal.addEventListener('abort', () => left()))
  }
  // The next in the line of tabs gets it when this one is closed.
  locks?.request(name, { signal: leaving.signal }, untilLeft).catch(() => {})
  return { isIt, leave: () => leaving.abort() }
}
