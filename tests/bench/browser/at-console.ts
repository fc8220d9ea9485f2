import type { BrowserContext, Page } from 'playwright-core'
import type { Crowd } from './crowd.ts'
import { type SlowPage, slowPage, usualTimes } from './slow-browser.ts'

/** How many conversations the lists at the left hold. */
interface Lists {
  mine: number
  waiting: number
}

const isListed = ({ mine, waiting }: Lists) =>
  document.querySelectorAll('.chat-item').length >= mine && document.querySelectorAll('.waiting').length >= waiting

/** Opens Ada's console where nothing is cached: how long until her whole list stands, and what that took over the wire. */
export async function opensConsole(context: BrowserContext, url: string, { session }: Crowd, { mine, waiting }: Lists) {
  const [name = '', value = ''] = session.split('=')
  await context.addCookies([{ name, value, url }])
  const slow = await slowPage(context)
  const begun = performance.now()
  await slow.page.goto(`${url}/console`)
  await slow.page.waitForFunction(isListed, { mine, waiting })
  return { ...slow, listMs: performance.now() - begun, kilobytes: slow.bytes(/\.(js|css)$/) / 1024 }
}

/** Goes to a chat from another one, time and again: from the click until all of it that is in sight is painted. */
export async function opensChat(page: Page, conversation: string, times = 12) {
  const ms: number[] = []
  for (let time = 0; time < times; time++) {
    await page.evaluate(() => document.querySelector<HTMLElement>('.mine .chat-item:last-child a')?.click())
    await page.waitForTimeout(700)
    ms.push(await page.evaluate(clickUntilPainted, conversation))
    await page.waitForTimeout(700)
  }
  return ms
}

function clickUntilPainted(conversation: string) {
  const link = document.querySelector<HTMLElement>(`.chat-item a[href$="${conversation}"]`)
  const left = document.querySelector('.pane .log')
  const begun = performance.now()
  link?.click()
  return new Promise<number>((resolve, reject) => {
    const look = () => {
      if (performance.now() - begun > 10_000) return reject(new Error('The chat does not open'))
      const log = document.querySelector('.pane .log')
      if (!link?.hasAttribute('aria-current') || log === left || !log?.querySelector('.bubble')) return requestAnimationFrame(look)
      void scheduler.postTask(() => resolve(performance.now() - begun), { priority: 'user-blocking' })
    }
    requestAnimationFrame(look)
  })
}

/** Fetches everything that was ever said here, page by page, as one who scrolls up does; not measured, and so as fast as it goes. */
export async function readsBack(page: Page, slowDown: SlowPage['slowDown']) {
  await slowDown(1)
  await untilAllIsRead(page)
  await slowDown(usualTimes)
}

async function untilAllIsRead(page: Page) {
  for (let looks = 0; looks < 2_000; looks++) {
    const more = await page.evaluate(() => {
      const log = document.querySelector('.pane .log')
      if (log) log.scrollTop = 0
      return document.querySelector('.pane .older') !== null
    })
    if (!more) return
    await page.waitForTimeout(60)
  }
}

/** Scrolls through the whole log and says how long each frame took. */
export const scrolls = (page: Page, log = '.pane .log') =>
  page.evaluate(
    (where) =>
      new Promise<number[]>((resolve) => {
        const log = document.querySelector(where)
        if (!log) return resolve([])
        const frames: number[] = []
        let before = performance.now()
        let top = 0
        log.scrollTop = 0
        const frame = (now: number) => {
          frames.push(now - before)
          before = now
          log.scrollTop += 240
          if (log.scrollTop === top || frames.length > 3_000) return resolve(frames.slice(2))
          top = log.scrollTop
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
    log,
  )
