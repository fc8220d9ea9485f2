import type { Page } from 'playwright-core'
import type { Scene, Screen } from './screen.ts'
import { fails, loads, loses, opens } from './usual.ts'

const place = '#/knowledge'

const reads =
  (title: string, then: (page: Page) => Promise<unknown> = async () => undefined): Scene =>
  async (studio) => {
    const page = await studio.at('olga', place)
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    await then(page)
    return page
  }

const writes = (then: (page: Page) => Promise<unknown>) =>
  reads('Connect to the VPN from home', async (page) => {
    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByRole('heading', { name: 'As it is read' }).waitFor()
    await then(page)
  })

/** What the desk knows: the list, an article as it is read, and where it is written. */
export const knowledge: Screen = {
  empty: opens('nora', place, (page) => page.getByText('There are no articles yet.', { exact: false }).waitFor()),
  loading: loads('olga', place),
  error: fails('olga', place),
  offline: loses('olga', place),
  refused: opens('olga', place, async (page) => {
    await page.getByRole('button', { name: 'New article' }).click()
    await page.getByLabel('Text', { exact: true }).fill('Something without a title')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Give it a title.').waitFor()
  }),
  many: opens('olga', place, (page) => page.getByRole('table').waitFor()),
  also: {
    found: opens('olga', place, async (page) => {
      await page.getByRole('searchbox').fill('pasword vpn')
      await page.locator('mark').first().waitFor()
    }),
    article: reads('Connect to the VPN from home'),
    written: writes(async () => undefined),
    compared: writes(async (page) => {
      await page.getByLabel('Title').fill('Connect to our VPN from home')
      await page.getByRole('button', { name: 'Show changes' }).click()
      await page.locator('ins').first().waitFor()
    }),
  },
}
