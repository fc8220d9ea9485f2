import type { BrowserContext } from 'playwright-core'
import { scrolls } from './at-console.ts'
import { type Key, types } from './keys.ts'
import { slowPage, usualTimes } from './slow-browser.ts'

/** The least that such a page can be, in the same browser: what it takes, the browser takes. */
export interface Bare {
  keys: Key[]
  /** The same on a processor that is not slowed down. */
  quickKeys: Key[]
  frames: number[]
}

/** A page with a field and a list of plain lines, and nothing else. */
export async function barePage(context: BrowserContext, size: { keys: number; lines: number }): Promise<Bare> {
  const { page, slowDown } = await slowPage(context)
  await page.setContent('<!doctype html><textarea rows="4" cols="60"></textarea><div id="log"></div>')
  await page.evaluate(fillLog, size.lines)
  const frames = await scrolls(page, '#log')
  await page.evaluate(() => document.querySelector('#log')?.remove())
  await page.locator('textarea').focus()
  const keys = await types(page, size.keys)
  await slowDown(1)
  const quickKeys = await types(page, size.keys)
  await slowDown(usualTimes)
  return { keys, quickKeys, frames }
}

function fillLog(lines: number) {
  const log = document.querySelector<HTMLElement>('#log')
  if (!log) return
  log.style.cssText = 'height: 700px; width: 760px; overflow: auto'
  const line = () => Object.assign(document.createElement('p'), { textContent: 'It works again, and did so for most people here.' })
  log.append(...Array.from({ length: lines }, line))
}
