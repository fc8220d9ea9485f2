/** Loads what is needed later than at once, and tries again as long as the line is down. */
export async function insist<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((tryAgain) => setTimeout(tryAgain, 3_000))
    }
  }
}
