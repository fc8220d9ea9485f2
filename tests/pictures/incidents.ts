import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Screen } from './screen.ts'
import type { Studio } from './studio.ts'
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
    reopen: opens('olga', place, async (page) => {
      await declare(page)
      await page.getByRole('button', { name: 'Resolve' }).click()
      await page.getByLabel('What solved it').fill('The cable is whole again.')
      await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click()
      await page.getByRole('button', { name: 'Open again' }).click()
      await page.getByRole('dialog').waitFor()
    }),
  },
}

let isKnown: Promise<unknown> | undefined

/** From now on those who ask about their account at the busy desk read that signing in fails for many. */
export function known(studio: Studio): Promise<unknown> {
  isKnown ??= declareFor(studio)
  return isKnown
}

async function declareFor(studio: Studio) {
  const olga = await studio.actorFor('olga')
  const { teams } = await olga.ask('teams:list', {})
  const topic = teams.flatMap(({ topics }) => topics).find(({ name }) => name === 'Password or account')
  await olga.ask('incident:declare', {
    incident: randomUUID(),
    conversation: null,
    title: 'Signing in fails for many',
    text: 'New passwords are refused since nine. **Your old one still works**, please use it meanwhile.',
    nextBy: new Date(Date.now() + 45 * 60_000).toISOString(),
    topics: topic ? [topic.id] : [],
    sites: [],
  })
}
