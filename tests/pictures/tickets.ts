import type { Page } from 'playwright-core'
import { playTheMorning } from './chats.ts'
import type { Screen } from './screen.ts'
import { setTargets } from './targets.ts'
import { dialog, fails, loads, loses, opens } from './usual.ts'

const all = async (page: Page) => {
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await page.getByRole('row').nth(20).waitFor()
}

/** The list of tickets, and what is done with them there. */
export const tickets: Screen = {
  empty: opens('nora', '#/tickets'),
  loading: loads('olga', '#/tickets'),
  error: fails('olga', '#/tickets'),
  offline: loses('olga', '#/tickets'),
  refused: opens('olga', '#/tickets', async (page) => {
    await all(page)
    await page.getByRole('searchbox').fill('a word that nobody has ever written')
    await page.getByRole('searchbox').press('Enter')
    await page.getByText('No ticket fits').waitFor()
  }),
  many: opens('olga', '#/tickets', async (page) => {
    await page.getByRole('searchbox').fill('')
    await page.getByRole('searchbox').press('Enter')
    await all(page)
  }),
  also: {
    due: async (studio) => {
      await setTargets(studio)
      await playTheMorning(studio)
      return opens('olga', '#/tickets', (page) => page.getByRole('button', { name: 'What is due' }).click())(studio)
    },
    found: opens('olga', '#/tickets', async (page) => {
      await page.getByRole('searchbox').fill('vpn')
      await page.getByRole('searchbox').press('Enter')
      await page.locator('mark').first().waitFor()
    }),
    chosen: opens('olga', '#/tickets', async (page) => {
      await page.getByRole('searchbox').fill('')
      await page.getByRole('searchbox').press('Enter')
      await all(page)
      for (const place of [1, 2, 3]) await page.getByRole('row').nth(place).getByRole('checkbox').check()
    }),
    cell: opens('olga', '#/tickets', async (page) => {
      await all(page)
      await page
        .getByRole('row')
        .nth(2)
        .getByRole('button', { name: /^Category/ })
        .click()
      await page.getByRole('row').nth(2).getByRole('combobox').first().waitFor()
    }),
    view: opens('olga', '#/tickets', async (page) => {
      await page.getByRole('searchbox').fill('vpn')
      await page.getByRole('searchbox').press('Enter')
      await dialog('View')(page)
    }),
    resolve: opens('olga', '#/tickets', async (page) => {
      await page.getByRole('button', { name: 'All', exact: true }).click()
      await page.getByRole('row').nth(20).waitFor()
      await page.getByRole('row').nth(1).getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Resolve…' }).click()
      await page.getByRole('dialog').waitFor()
    }),
  },
}

const leaves = { entrance: 'message' } as const

/** One ticket. */
export const ticket: Screen = {
  empty: 'a ticket has at least the line that opened it',
  loading: loads('olga', '#/tickets/1'),
  error: fails('olga', '#/tickets/2'),
  offline: loses('olga', '#/tickets/3'),
  refused: opens('olga', '#/tickets/999999', (page) => page.getByRole('alert').first().waitFor()),
  many: opens('olga', '#/tickets', async (page) => {
    await page.getByRole('searchbox').fill('old gateway')
    await page.getByRole('searchbox').press('Enter')
    await page.getByRole('row').filter({ hasText: 'VPN drops' }).first().getByRole('link').first().click()
    await page.getByText('The ticket was logged.').first().waitFor()
  }),
  also: {
    export: opens('olga', '#/tickets/2', dialog('Export or print')),
    merged: async (studio) => {
      const [mo, olga] = await Promise.all([studio.requester('Merged Mo'), studio.actorFor('olga')])
      const [first, second] = [await mo.asks('Mail is slow', leaves), await mo.asks('Mail is slow again, and the calendar too', leaves)]
      await mo.says(first, 'It takes minutes to send anything.')
      await olga.does(first, { kind: 'note', text: 'The queue of the second mail server is full.' })
      await mo.says(second, 'Now I cannot see my appointments.')
      await olga.does(first, { kind: 'merge', into: second })
      const { ticket } = await olga.ask('ticket:read', { conversation: second })
      return opens('olga', `#/tickets/${ticket.number}`, (page) => page.getByText('Mail is slow', { exact: true }).first().waitFor())(
        studio,
      )
    },
    link: opens('olga', '#/tickets/2', dialog('Link or merge')),
  },
}
