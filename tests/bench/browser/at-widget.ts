import type { BrowserContext } from 'playwright-core'
import { slowPage } from './slow-browser.ts'

/** Comes to a page with the widget on it: what the page pays for it, closed and opened. */
export async function comesToPage(context: BrowserContext, url: string) {
  const slow = await slowPage(context)
  await slow.page.addInitScript(watchBlocking)
  const begun = performance.now()
  await slow.page.goto(`${url}/demo`)
  const launcher = slow.page.getByRole('button', { name: /chat/i }).first()
  await launcher.waitFor()
  const launcherMs = performance.now() - begun
  await slow.page.waitForTimeout(1_500)
  const blockedMs = await slow.page.evaluate(() => Reflect.get(window, 'blockedMs') as number)
  const loader = slow.bytes(/\/widget\.js/) / 1024
  const opened = performance.now()
  await launcher.click()
  await slow.page.frameLocator('iframe').getByRole('textbox').first().waitFor()
  const chatMs = performance.now() - opened
  return { launcherMs, blockedMs, chatMs, loader, chat: slow.bytes(/\/widget\/.*\.(js|css)/) / 1024 }
}

/** What runs longer than 50 ms blocks the page by what is beyond. */
function watchBlocking() {
  Reflect.set(window, 'blockedMs', 0)
  new PerformanceObserver((list) => {
    const beyond = list.getEntries().reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)
    Reflect.set(window, 'blockedMs', Number(Reflect.get(window, 'blockedMs')) + beyond)
  }).observe({ type: 'longtask', buffered: true })
}
