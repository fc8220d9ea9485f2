/** Everything that was started and must end, the last first. */
const started: (() => Promise<unknown>)[] = []

/** Remembers how to end something that was started just now. */
export function undoLater(end: () => Promise<unknown>): void {
  started.push(end)
}

/** Ends everything that was started since `mark`. */
export async function undo(mark = 0): Promise<void> {
  while (started.length > mark)
    await started
      .pop()?.()
      .catch((error: unknown) => console.error(error))
}

/** Does something, and ends afterwards, whatever happens, all that it started. */
export async function tidily<T>(work: () => Promise<T>): Promise<T> {
  const mark = started.length
  try {
    return await work()
  } finally {
    await undo(mark)
  }
}

/** Ctrl-C ends what was started, then us. */
export function tidyUpWhenAsked(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      console.log('• ending everything')
      void undo().then(() => process.exit(130))
    })
  }
}
