import type { Page } from 'playwright-core'
import { anInspection } from '../support/axe.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'every screen on which Ada works is accessible, in light and dark',
  async ({ desk, agent }) => {
    const inspection = anInspection()
    const ada = await agent('Ada Lovelace', { role: 'administrator' })
    await agent('Bob', { wish: 'away' })
    const { page } = ada
    await inspection.looksAt('chats, none', page)

    const rita = await desk.requester('Rita')
    const conversation = await rita.asks('The projector hums, see https://intranet.example/projector', desk.topic)
    await ada.offerOf('Rita').waitFor()
    await inspection.looksAt('an offer', page)
    await ada.offerOf('Rita').getByRole('button', { name: 'Decline' }).click()
    await inspection.looksAt('an offer, declining', page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await ada.accepts('Rita')
    await rita.says(conversation, 'It is the one in room 4.')
    await ada.says('Rita', 'I am looking.')
    await ada.notes('Rita', 'Lamp?')
    await ada.reply('Rita').fill('Half a sentence')
    await inspection.looksAt('a chat', page)

    const other = await desk.requester('Sven')
    await other.asks('Nobody sees me')
    const pane = ada.pane('Rita')
    await pane.getByRole('button', { name: 'Transfer' }).click()
    await inspection.looksAt('transfer', page)
    await page.keyboard.press('Escape')
    await pane.getByRole('button', { name: 'Why here?' }).click()
    await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    await inspection.looksAt('why', page)
    await page.keyboard.press('Escape')
    await pane.getByRole('button', { name: 'End chat' }).click()
    await inspection.looksAt('end', page)
    await page.getByRole('dialog').getByRole('button', { name: 'End chat' }).click()
    await pane.getByText('1 min', { exact: true }).waitFor()
    await pane.getByLabel('Outcome').selectOption('')
    await pane.getByRole('button', { name: 'Resolve', exact: true }).click()
    await inspection.looksAt('wrap-up, with what is missing', page)
    await ada.wrapsUp('Rita', 'Solved', 'A new lamp.')

    await page.getByRole('link', { name: 'Tickets' }).click()
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await page.getByRole('row').filter({ hasText: 'The projector hums' }).waitFor()
    await inspection.looksAt('tickets', page)
    await page.getByRole('link', { name: 'INC-000001' }).click()
    await page.getByRole('heading', { name: /The projector hums/ }).waitFor()
    await inspection.looksAt('a ticket', page)
    await page.goto(`${desk.url}/console#/nowhere`)
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
    await inspection.looksAt('nowhere', page)
    inspection.endsWell()
  },
  150,
)

const settingsPages: [name: string, opens: string | null][] = [
  ['Your account', null],
  ['Guides', null],
  ['Widget', null],
  ['Topics', null],
  ['Categories', 'New category'],
  ['Opening hours', null],
  ['Targets', null],
  ['Secrets', null],
  ['People', 'Invite'],
  ['Teams', 'New team'],
  ['Desk numbers', null],
  ['Allowed pages', null],
  ['Saved replies', 'New reply'],
  ['Identity keys', 'New site'],
  ['Webhook', null],
  ['Telephone', null],
  ['Remote help', null],
  ['Audit log', null],
  ['Demonstration', null],
]

journey(
  'every page of the settings is accessible, in light and dark',
  async ({ agent }) => {
    const olga = await agent('Olga', { role: 'administrator', wish: 'away' })
    const inspection = anInspection()
    await olga.page.getByRole('link', { name: 'Settings' }).click()
    for (const [name, opens] of settingsPages) await lookAt(inspection, olga.page, name, opens)
    inspection.endsWell()
  },
  150,
)

/** Those with many fields are looked at as on a screen that is enlarged, too. */
const small = ['Guides', 'Targets', 'Telephone', 'Remote help']

async function lookAt(inspection: ReturnType<typeof anInspection>, page: Page, name: string, opens: string | null) {
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name }).click()
  await page.getByRole('heading', { name, level: 2 }).waitFor()
  await page.getByText('Loading').first().waitFor({ state: 'detached' })
  await inspection.looksAt(name, page)
  if (small.includes(name)) await inspection.looksClosely(name, page)
  if (!opens) return
  await page.getByRole('button', { name: opens }).click()
  await page.getByRole('dialog').waitFor()
  await inspection.looksAt(`${name}: ${opens}`, page)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
