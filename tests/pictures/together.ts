import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Scene } from './screen.ts'
import type { Studio } from './studio.ts'

interface Morning {
  /** A chat of Ada's, among others of hers. */
  inChat(then: (page: Page, studio: Studio) => Promise<unknown>): Scene
  play(studio: Studio): Promise<void>
}

/** What colleagues have to do with each other beside their chats. */
export const together = ({ inChat, play }: Morning): Record<string, Scene> => ({
  'ask-advice': inChat(async (page) => {
    await page.keyboard.press('Alt+v')
    await page.getByRole('dialog').getByLabel('What do you want to know?').fill('Is the server of the mailboxes slow for others, too?')
  }),
  advice: inChat(async (page, studio) => {
    const [ada, ben] = await Promise.all([studio.actorFor('ada'), studio.actorFor('ben')])
    const { mine } = await ada.ask('desk:look', {})
    const chat = mine.find(({ requester }) => requester.name === 'Mei Chen')?.id ?? ''
    const { colleagues } = await ada.ask('desk:look', {})
    const agent = colleagues.find(({ name }) => name === 'Ben Carter')?.id ?? ''
    const advice = randomUUID()
    await ada.does(chat, { kind: 'ask-advice', agent, text: 'Is the server of the mailboxes slow for others, too?' }, advice)
    await ben.does(chat, { kind: 'advise', advice, text: 'Since nine. It is being moved to the new one, and done by noon.' })
    await page.getByRole('article', { name: 'Ada Lindqvist asks Ben Carter' }).getByText('Since nine.').waitFor()
    await page.getByRole('region', { name: 'Advice' }).scrollIntoViewIfNeeded()
  }),
  mention: inChat(async (page) => {
    await page.keyboard.press('Alt+p')
    await page.getByRole('textbox', { name: 'Note' }).first().pressSequentially('The same as on Monday, @')
    await page.getByRole('heading', { name: 'Colleagues' }).waitFor()
  }),
  news: async (studio) => {
    await play(studio)
    const [ben, page] = await Promise.all([studio.actorFor('ben'), studio.at('ada', '#/chats')])
    const { colleagues, line } = await ben.ask('desk:look', {})
    const ada = colleagues.find(({ name }) => name === 'Ada Lindqvist')?.id ?? ''
    const [first] = line
    if (!first) throw new Error('Nobody waits')
    const mentions = [{ agent: ada, as: 'Ada Lindqvist' }]
    await ben.does(first.id, { kind: 'note', text: 'You knew the cause the last time, @Ada Lindqvist.', mentions })
    await page.getByRole('complementary', { name: 'News for you' }).waitFor()
    await page.keyboard.press('Alt+m')
    await page.getByRole('dialog', { name: 'News' }).waitFor()
    return page
  },
  'hand-over': inChat(async (page, studio) => {
    await declares(studio, 'Printers on the third floor print nothing')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('hand over')
    await page.getByRole('option', { name: /Hand over my shift/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('Hand over to').selectOption({ index: 1 })
  }),
  'take-over': async (studio) => {
    await play(studio)
    const ben = await offeredToBen(studio)
    await ben.getByRole('complementary', { name: 'Hand-over' }).getByRole('button', { name: 'Look' }).click()
    await ben.getByRole('dialog').waitFor()
    return ben
  },
  'decline-shift': async (studio) => {
    await play(studio)
    const ben = await offeredToBen(studio)
    await ben.getByRole('complementary', { name: 'Hand-over' }).waitFor()
    await ben.keyboard.press('Alt+x')
    await ben.getByRole('dialog').getByRole('textbox').fill('I leave at noon, too.')
    return ben
  },
})

/** Ada makes an incident known, with a time for more. */
async function declares(studio: Studio, title: string): Promise<string> {
  const incident = randomUUID()
  const nextBy = new Date(Date.now() + 3600_000).toISOString()
  const ada = await studio.actorFor('ada')
  await ada.ask('incident:declare', { incident, conversation: null, title, text: 'We are on it.', nextBy, topics: [], sites: [] })
  return incident
}

/** What Ada has, with one of those incidents, waits for Ben to take it. */
async function offeredToBen(studio: Studio): Promise<Page> {
  const [ada, ben] = await Promise.all([studio.actorFor('ada'), studio.at('ben', '#/chats')])
  const [mine, desk] = await Promise.all([ada.ask('hand-over:look', {}), ada.ask('desk:look', {})])
  const to = desk.colleagues.find(({ name }) => name === 'Ben Carter')?.id ?? ''
  const items = mine.items.slice(0, 4).map(({ conversation }) => ({ conversation, line: 'Knows that it takes until tomorrow.' }))
  const incident = await declares(studio, 'The VPN drops every ten minutes')
  const incidents = [{ incident, line: 'The provider calls back at six.' }]
  await ada.ask('hand-over:offer', { handOver: randomUUID(), to: { agent: to }, note: 'Good night, and thank you!', items, incidents })
  return ben
}
