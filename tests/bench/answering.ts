/** The other end of `Program.ask`: answers what the one who started us asks, and ends with him. */
export function answerAsked<Question>(answer: (question: Question) => Promise<unknown>): void {
  process.on('message', ({ number, question }: { number: number; question: Question }) => {
    answer(question).then(
      (found) => process.send?.({ number, answer: found ?? null }),
      (error: unknown) => process.send?.({ number, trouble: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
  process.on('disconnect', () => process.exit())
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit())
}
