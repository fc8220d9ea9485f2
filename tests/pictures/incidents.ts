import type { Page } from 'playwright-core'
import type { Screen } from './screen.ts'
import { fails, loads, loses, opens } from './usual.ts'

const place = '#/incidents'

async function declare(page: Page) {
  await page.getByRole('button', { name: 'Declare an incident' }).click()
  await page.getByLabel('What is wrong, in one line').fill('The VPN is down')
  await page.getByLabel('What is known').fill('Nobody gets in from home. **Work offline**, we are on it.')
  await page.getByRole('dialog').getByRole('button', { name: 'Declare an incident' }).click()
  await page.getByRole('heading', { name: 'The VPN is down', level: 1 }).waitFor()
}

const first = (page: Page) => page.getByRole('link', { name: 'The VPN is down' }).first().click()

/** Many people, one cause: the list, one of them, and its dialogs. */
export const incidents: Screen = {
  empty: opens('nora', place, (page) => page.getByText('Nothing is known to be wrong.').waitFor()),
  loading: loads('olga', place),
  error: fails('olga', place),
  offline: loses('olga', place),
  refused: opens('olga', place, async (page) => {
    await page.getByRole('button', { name: 'Declare an incident' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Declare an incident' }).click()
    await page.getByText('Please fill this in.').first().waitFor()
  }),
  many: opens('olga', place, async (page) => {
    await declare(page)
    await page.getByRole('textbox', { name: 'News for everybody' }).fill('A cable is cut. It is being mended.')
    await page.getByRole('button', { name: /^(Tell|Say so)/ }).click()
    await page.getByRole('list').getByText('A cable is cut').waitFor()
  }),
  also: {
    list: opens('olga', place, (page) => page.getByRole('link', { name: 'The VPN is down' }).first().waitFor()),
    edit: opens('olga', place, async (page) => {
      await first(page)
      await page.getByRole('button', { name: 'Change' }).click()
      await page.getByRole('dialog').waitFor()
    }),
    resolve: opens('olga', place, async (page) => {
      await first(page)
      await page.getByRole('button', { name: 'Resolve' }).click()
      await page.getByRole('dialog').waitFor()
    }),
  },
}
