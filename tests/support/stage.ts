import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { type Agent, atConsole } from './at-console.ts'
import { atWidget, type Requester } from './at-widget.ts'
import { aBrowser } from './browser.ts'
import { aDesk, type DeskOptions, type TestDesk } from './desk.ts'

/** Who plays, each in a browser of his own. */
export interface Cast {
  /** Somebody on the demo page of the product at this address. */
  atDemo(name: string, url: string, set?: BrowserContextOptions): Promise<Requester>
  /** Somebody at the console, signed in by this cookie. */
  atConsole(name: string, url: string, cookie: string, set?: BrowserContextOptions): Promise<Agent>
  /** A browser in which nobody was before. */
  aBrowserOfOnesOwn(set?: BrowserContextOptions): Promise<BrowserContext>
}

export interface Stage extends Cast {
  desk: TestDesk
  /** Somebody on the demo page. `by` is another way to the product, such as a line that can be cut. */
  requester(name: string, by?: { url: string }): Promise<Requester>
  /** Somebody signed in at the console; available unless told otherwise. */
  agent(name: string, options?: Parameters<TestDesk['agent']>[1], by?: { url: string }): Promise<Agent>
}

/** Stories on the whole product in this process: a new desk for each, one browser for all. */
export function aStage(options: DeskOptions = {}) {
  const play = theatre()
  return (sentence: string, story: (stage: Stage) => Promise<void>, seconds = 90) =>
    play(
      sentence,
      async (cast) => {
        const desk = await aDesk(options)
        return { play: () => story(stageOn(desk, cast)), close: () => desk.close() }
      },
      seconds,
    )
}

/** Stories on a house of another kind, such as one whose processes can be killed. */
export function aStageOn<House extends { close(): Promise<void> }>(open: () => Promise<House>) {
  const play = theatre()
  return (sentence: string, story: (cast: Cast & { house: House }) => Promise<void>, seconds = 90) =>
    play(
      sentence,
      async (cast) => {
        const house = await open()
        return { play: () => story({ ...cast, house }), close: () => house.close() }
      },
      seconds,
    )
}

interface Performance {
  play(): Promise<void>
  close(): Promise<void>
}

/** One browser for the stories of a file, and pictures of every screen in a story that ends badly. */
function theatre() {
  let browser: Browser
  beforeAll(async () => {
    browser = await aBrowser()
  }, 60_000)
  afterAll(() => browser?.close(), 60_000)

  return (sentence: string, open: (cast: Cast) => Promise<Performance>, seconds: number) =>
    test(
      sentence,
      async () => {
        const complaints: string[] = []
        const { play, close } = await open(castIn(browser, complaints))
        try {
          await play()
          expect(complaints).toEqual([])
        } catch (error) {
          await picture(browser, sentence)
          throw error
        } finally {
          for (const context of browser.contexts()) await context.close()
          await close()
        }
      },
      seconds * 1000,
    )
}

function castIn(browser: Browser, complaints: string[]): Cast {
  async function aBrowserOfOnesOwn(set: BrowserContextOptions = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...set })
    context.setDefaultTimeout(20_000)
    // Whatever a page did not catch spoils the story, whether or not somebody saw it.
    context.on('weberror', (found) => void complaints.push(String(found.error())))
    return context
  }

  return {
    aBrowserOfOnesOwn,

    async atDemo(name, url, set) {
      const page = await (await aBrowserOfOnesOwn(set)).newPage()
      await page.goto(`${url}/demo`)
      return atWidget(page, name)
    },

    async atConsole(name, url, cookie, set) {
      const context = await aBrowserOfOnesOwn(set)
      const [key = '', value = ''] = cookie.split('=')
      await context.addCookies([{ name: key, value, url }])
      const page = await context.newPage()
      await page.goto(`${url}/console`)
      await page.getByRole('switch').waitFor()
      return atConsole(page, name)
    },
  }
}

function stageOn(desk: TestDesk, cast: Cast): Stage {
  return {
    ...cast,
    desk,
    requester: (name, { url } = desk) => cast.atDemo(name, url),
    async agent(name, options, { url } = desk) {
      const person = await desk.agent(name, options)
      const agent = await cast.atConsole(name, url, person.cookie ?? '')
      person.leaves()
      return agent
    },
  }
}

const pictures = join(import.meta.dirname, '../../.cache/journeys')

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
