/** Runs something for a key soon, once for all who asked meanwhile, and never twice at a time for one key. */
export interface Coalesced<Key> {
  ask(key: Key): void
  /** Stops asking, and waits for what runs. */
  stop(): Promise<void>
}

/** What is asked for again while it runs is run once more afterwards. */
export function coalesce<Key>(milliseconds: number, run: (key: Key) => Promise<void>, onBug: (error: unknown) => void): Coalesced<Key> {
  const asked = new Map<Key, () => void>()
  const running = new Map<Key, Promise<void>>()
  const again = new Set<Key>()
  let stopped = false

  function ask(key: Key) {
    if (stopped || asked.has(key)) return
    if (running.has(key)) again.add(key)
    else
      asked.set(
        key,
        soon(() => begin(key), milliseconds),
      )
  }

  function begin(key: Key) {
    asked.delete(key)
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
      for (const forget of asked.values()) forget()
      asked.clear()
      await Promise.all(running.values())
    },
  }
}

/** Returns how to forget it. What is not to rest begins when this moment's work is done: a timer is never over before the next millisecond. */
function soon(run: () => void, milliseconds: number): () => void {
  let isForgotten = false
  if (milliseconds > 0) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  }
  process.nextTick(() => isForgotten || run())
  return () => {
    isForgotten = true
  }
}
