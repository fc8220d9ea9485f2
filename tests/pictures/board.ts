import type { Page } from 'playwright-core'
import { playTheMorning } from './chats.ts'
import type { Scene, Screen } from './screen.ts'
import { fails, loads, loses, opens } from './usual.ts'

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

/** The board of the busy desk, on which Ada talks to four and two wait. */
const inTheMorning =
  (place: string, then: (page: Page) => Promise<unknown>): Scene =>
  async (studio) => {
    await playTheMorning(studio)
    const page = await studio.at('olga', place)
    await then(page)
    return page
  }

const onBoard = (then: (page: Page) => Promise<unknown> = async () => undefined) =>
  inTheMorning('#/board', async (page) => {
    await row(page, 'Lena Brandt').waitFor()
    await then(page)
  })

const act = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').waitFor()
}

/** What supervisors watch. */
export const board: Screen = {
  empty: opens('nora', '#/board', (page) => page.getByText('Nobody is waiting.').waitFor()),
  loading: loads('olga', '#/board'),
  error: fails('olga', '#/board'),
  offline: loses('olga', '#/board'),
  refused: opens('ben', '#/board', (page) => page.getByRole('alert').first().waitFor()),
  many: onBoard(),
  also: {
    team: onBoard(async (page) => {
      await page.getByRole('button', { name: 'Service desk' }).click()
      await page.getByRole('button', { name: 'All teams' }).waitFor()
    }),
    why: onBoard(async (page) => {
      await row(page, 'Lena Brandt').locator('.reason').click()
      await page.getByRole('dialog').waitFor()
    }),
    whisper: onBoard(act(/^Whisper: /)),
  },
}

/** The same on a wall. */
export const wall: Screen = {
  empty: opens('nora', '#/wall', (page) => page.locator('.wall .figures').waitFor()),
  loading: loads('olga', '#/wall'),
  error: 'nobody sits before it: it waits until the desk answers again',
  offline: async (studio) => {
    const page = await studio.at('olga', '#/wall')
    await page.locator('.wall .figures').waitFor()
    studio.busy.door.close()
    await page.getByText('it goes on by itself').waitFor()
    return page
  },
  refused: opens('ben', '#/wall', (page) => page.getByRole('alert').first().waitFor()),
  many: inTheMorning('#/wall', (page) => page.locator('.wall-agents').waitFor()),
}
