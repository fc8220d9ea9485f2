const everyMs = 1_000

/** Carries what changes while somebody writes: about once a second, and at once when he turns away. */
export interface Post {
  soon(key: string): void
  /** All that would go soon goes now; resolves when it has gone, or could not. */
  now(): Promise<unknown>
  stop(): void
}

/** One at a time of each key, so that what was written first arrives first. */
export function createPost(carry: (key: string) => Promise<void>): Post {
  const due = new Map<string, ReturnType<typeof setTimeout>>()
  const going = new Map<string, Promise<void>>()

  function go(key: string): Promise<void> {
    clearTimeout(due.get(key))
    due.delete(key)
    const work = (going.get(key) ?? Promise.resolve())
      .then(() => carry(key))
      .finally(() => {
        if (going.get(key) === work) going.delete(key)
      })
    going.set(key, work)
    return work
  }

  return {
    soon(key) {
      if (!due.has(key))
        due.set(
          key,
          setTimeout(() => void go(key), everyMs),
        )
    },
    now: () => Promise.all([...due.keys()].map(go)),
    stop() {
      for (const timer of due.values()) clearTimeout(timer)
      due.clear()
    },
  }
}
