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
    figures: opens('olga', `${place}/figures`, (page) => page.getByRole('heading', { name: 'Looked for in vain by agents' }).waitFor()),
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

/** A page of the busy desk as anybody opens it. */
const visited =
  (path: string, locale = 'en-GB', house: 'busy' | 'fresh' = 'busy'): Scene =>
  async (studio) => {
    const page = await studio.aPage(studio.browser.newContext({ viewport: { width: 1440, height: 900 }, locale }))
    await page.goto(`${studio[house].url}${path}`)
    return page
  }

/** The public pages of articles. */
export const knowledgePage: Screen = {
  empty: visited('/knowledge', 'en-GB', 'fresh'),
  loading: 'a page comes whole',
  error: 'without its database the desk answers no page at all',
  offline: 'nothing is asked for once a page is there',
  refused: visited('/knowledge/nothing-of-the-kind'),
  many: visited('/knowledge'),
  also: {
    article: visited('/knowledge/connect-to-the-vpn-from-home'),
    found: visited('/knowledge?q=pasword+vpn'),
    answered: visited('/knowledge/passwort-selbst-zuruecksetzen?said=no#said', 'de-DE'),
    german: visited('/knowledge/passwort-selbst-zuruecksetzen', 'de-DE'),
  },
}
