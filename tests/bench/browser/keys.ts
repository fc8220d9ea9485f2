import type { Page } from 'playwright-core'

/** What became of one key. */
export interface Key {
  /** From the moment at which the browser got it until the frame that shows it was handed on to be painted, waiting for that frame included. */
  toPaint: number
  /** The part of it in which the page worked: handlers, drawing, style, layout and paint. */
  work: number
}

/** The first ones find a page that has not been written in yet, and are not counted. */
const warmUp = 20

/** Writes on and on in the field that has the focus. */
export async function types(page: Page, keys: number): Promise<Key[]> {
  await page.evaluate(watchKeys)
  for (let count = 0; count < keys + warmUp; count++) {
    await page.keyboard.press('abcdefghij '[count % 11] ?? 'a')
    await page.waitForTimeout(60)
  }
  await page.waitForTimeout(300)
  const seen = await page.evaluate(() => Reflect.get(window, 'seenKeys') as Key[])
  return seen.slice(warmUp)
}

function watchKeys() {
  const isWatched = Reflect.has(window, 'seenKeys')
  const seen: Key[] = []
  Reflect.set(window, 'seenKeys', seen)
  if (isWatched) return
  let pressed = 0
  let begun = 0
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp
      begun = performance.now()
    },
    { capture: true },
  )
  addEventListener('input', () => {
    const [at, from] = [pressed, begun]
    let handled = 0
    // Behind what the key has led to at once.
    void Promise.resolve().then(() => {
      handled = performance.now()
    })
    requestAnimationFrame(() => {
      const frame = performance.now()
      const painted = () => {
        const now = performance.now()
        const keys: Key[] = Reflect.get(window, 'seenKeys')
        keys.push({ toPaint: now - at, work: handled - from + (now - frame) })
      }
      // Before anything else that waits: what comes behind the frame, and a next one that it leads to, is no part of this key.
      void scheduler.postTask(painted, { priority: 'user-blocking' })
    })
  })
}
