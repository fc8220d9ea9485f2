/** Runs something for a key soon, once for all who asked meanwhile, and never twice at a time for one key. */
export interface Coalesced<Key> {
  ask(key: Key): void
  /** Stops asking, and waits for what runs. */
  stop(): Promise<void>
}

/** What is asked for again while it runs is run once more afterwards. */
export function coalesce<Key>(milliseconds: number, run: (key: Key) => Promise<void>, onBug: (error: unknown) => void): Coalesced<Key> {
  const timers = new Map<Key, NodeJS.Timeout>()
  const running = new Map<Key, Promise<void>>()
  const again = new Set<Key>()
  let stopped = false

  function ask(key: Key) {
    if (stopped || timers.has(key)) return
    if (running.has(key)) again.add(key)
    else timers.set(key, setTimeout(begin, milliseconds, key))
  }

  function begin(key: Key) {
    timers.delete(key)
    const work = run(key).catch(onBug)
    running.set(key, work)
    void work.then(() => {
      running.delete(key)
      if (again.delete(key)) ask(key)
    })
  }

  return {
    ask,
    async stop() {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      await Promise.all(running.values())
    },
  }
}
