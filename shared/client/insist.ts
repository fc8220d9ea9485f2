import { isIncomplete, miss, partIn } from './freshness.ts'

/** Loads what is needed later than at once, and tries again until it is there. */
export async function insist<T>(load: () => Promise<T>): Promise<T> {
  let wanted = load
  for (let turn = 1; ; turn++) {
    try {
      const part = await wanted()
      if (turn > 2) isIncomplete.value = false
      return part
    } catch (error) {
      await new Promise((tryAgain) => setTimeout(tryAgain, 3_000))
      // Chromium remembers as long as the page lives that nothing came from an address, so the same is asked for by another one.
      const address = partIn(error)
      if (address) wanted = () => import(`${address}?again=${turn}`)
      if (turn > 1) void miss(address)
    }
  }
}
