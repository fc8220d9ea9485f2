import type { Locator } from 'playwright-core'

/** The messages in a log, as `who: words`, in their order on the screen. */
export async function saidIn(log: Locator): Promise<string[]> {
  return log.locator('.bubble').allTextContents()
}
