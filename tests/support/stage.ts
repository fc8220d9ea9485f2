import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, test } from '@jest/globals'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { type Agent, atConsole } from './at-console.ts'
import { atWidget, type Requester } from './at-widget.ts'
import { aBrowser } from './browser.ts'
import { aDesk, type DeskOptions, type TestDesk } from './desk.ts'

type AgentOptions = Parameters<TestDesk['agent']>[1]

export interface Stage {
  desk: TestDesk
  browser: Browser
  /** Somebody on the demo page, in a browser of his own. */
  requester(name: string, from?: Seat): Promise<Requester>
  /** Somebody signed in at the console, in a browser of his own; available unless told otherwise. */
  agent(name: string, options?: AgentOptions, from?: Seat): Promise<Agent>
  /** A browser of one's own. */
  aBrowserOfOnesOwn(options?: BrowserContextOptions): Promise<BrowserContext>
}

/** Where somebody sits: by which address the product is reached, and how the browser is set. */
export interface Seat {
  url?: string
  browser?: BrowserContextOptions
}

const pictures = join(import.meta.dirname, '../../.cache/journeys')

/** The stage of one file of journeys: one desk and one browser for all of them. Each begins with an empty house. */
export function aStage(options: DeskOptions = {}) {
  let desk: TestDesk
  let browser: Browser

  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([aDesk(options), aBrowser()])
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  }, 60_000)

  /** A story, with pictures of every screen in it should it end badly. */
  return (sentence: string, play: (stage: Stage) => Promise<void>, seconds = 90) =>
    test(
      sentence,
      async () => {
        try {
          await play(stageWith(desk, browser))
        } catch (error) {
          await picture(browser, sentence)
          throw error
        } finally {
          for (const context of browser.contexts()) await context.close()
        }
      },
      seconds * 1000,
    )
}

function stageWith(desk: TestDesk, browser: Browser): Stage {
  async function aBrowserOfOnesOwn(options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options })
    context.setDefaultTimeout(20_000)
    return context
  }

  return {
    desk,
    browser,
    aBrowserOfOnesOwn,

    async requester(name, { url = desk.url, browser: set } = {}) {
      const context = await aBrowserOfOnesOwn(set)
      const page = await context.newPage()
      await page.goto(`${url}/demo`)
      return atWidget(page, name)
    },

    async agent(name, options, { url = desk.url, browser: set } = {}) {
      const person = await desk.agent(name, options)
      const context = await aBrowserOfOnesOwn(set)
      const [key = '', value = ''] = person.cookie?.split('=') ?? []
      await context.addCookies([{ name: key, value, url }])
      const page = await context.newPage()
      await page.goto(`${url}/console`)
      await page.getByRole('switch').waitFor()
      person.leaves()
      return atConsole(page, name)
    },
  }
}

async function picture(browser: Browser, sentence: string) {
  mkdirSync(pictures, { recursive: true })
  const name = sentence
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: join(pictures, `${name}-${index}.png`), timeout: 5_000 }).catch(() => undefined)
  }
}
