import type { Browser } from 'playwright-core'
import { type SlowPage, slowPage } from './slow-browser.ts'

const ofWidget = /\/widget\/.*\.(js|css)/

/** Comes to a page with the widget on it, for the first time: what the page pays for it, closed and opened. */
export async function comesToPage(browser: Browser, url: string) {
  const context = await browser.newContext()
  const slow = await watchedPage(await slowPage(context))
  await slow.page.goto(`${url}/demo`)
  const { blockedMs, launcherMs } = await watched(slow)
  const loader = slow.bytes(/\/widget\.js/) / 1024
  const launcher = slow.page.getByRole('button', { name: /chat/i }).first()
  await launcher.waitFor()
  const opened = performance.now()
  await launcher.click()
  await slow.page.frameLocator('iframe').getByRole('textbox').first().waitFor()
  const chatMs = performance.now() - opened
  const chat = slow.bytes(ofWidget) / 1024
  const requests = slow.requests(ofWidget)
  await context.close()
  return { launcherMs, blockedMs, chatMs, loader, chat, requests }
}

/** Comes to the same page without the widget: for how long it blocks itself. */
export async function comesToPageAlone(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext()
  await context.route('**/widget.js', (route) => route.abort())
  const slow = await watchedPage(await slowPage(context))
  await slow.page.goto(`${url}/demo`)
  const { blockedMs } = await watched(slow)
  await context.close()
  return blockedMs
}

async function watchedPage(slow: SlowPage) {
  await slow.page.addInitScript(watchBlocking)
  return slow
}

/** What the page says of itself, after a while in which nothing is asked: what tests ask with would block it, too. */
async function watched({ page }: SlowPage) {
  await page.waitForTimeout(2_500)
  return page.evaluate(() => ({
    blockedMs: Number(Reflect.get(window, 'blockedMs')),
    launcherMs: Number(Reflect.get(window, 'launcherMs')),
  }))
}

/** What runs longer than 50 ms blocks the page by what is beyond; and when the launcher is drawn, since the page was asked for. */
function watchBlocking() {
  Reflect.set(window, 'blockedMs', 0)
  new PerformanceObserver((list) => {
    const beyond = list.getEntries().reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)
    Reflect.set(window, 'blockedMs', Number(Reflect.get(window, 'blockedMs')) + beyond)
  }).observe({ type: 'longtask', buffered: true })
  const look = new MutationObserver(() => {
    if (!document.querySelector('firstline-launcher')) return
    look.disconnect()
    requestAnimationFrame(() => Reflect.set(window, 'launcherMs', performance.now()))
  })
  look.observe(document, { childList: true, subtree: true })
}
