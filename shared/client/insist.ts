import { growOldWithout } from './freshness.ts'

/** Loads what is needed later than at once, and tries again as long as the line is down. */
export async function insist<T>(load: () => Promise<T>): Promise<T> {
  let wanted = load
  for (let turn = 1; ; turn++) {
    try {
      return await wanted()
    } catch (error) {
      await new Promise((tryAgain) => setTimeout(tryAgain, 3_000))
      // Chromium remembers as long as the page lives that nothing came from an address, so the same is asked for by another one.
      const [address] = /https?:\/\/\S+\.js/.exec(String(error)) ?? []
      if (address) wanted = () => import(`${address}?again=${turn}`)
      if (turn > 1) void growOldWithout(error)
    }
  }
}
