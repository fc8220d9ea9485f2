import { expect } from '@jest/globals'
import { isIntact, loggedRecords } from '../../server/postgres/logged.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import type { TestDesk } from '../support/desk.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage({ settings: { logAfterSeconds: 0 } })

journey('Rita asks, Ada helps, and the ended chat is a logged ticket that can be found again', async ({ desk, requester, agent }) => {
  const ada = await agent('Ada Lovelace', { wish: 'away' })
  const rita = await requester('Rita')
  await rita.opens()
  await rita.introduces()
  await rita.sees('Nobody is here right now')
  await ada.becomesAvailable()
  await rita.sees('1 person is here')

  await rita.asks('The docking station shows no picture.', 'Computer')
  await rita.sees('1st')
  await ada.offerOf('Rita').getByText('The docking station shows no picture.').waitFor()
  await ada.offerOf('Rita').getByText('Unverified').waitFor()
  await ada.accepts('Rita')
  await rita.sees('Ada Lovelace is here to help.')

  await ada.says('Rita', 'Hello Rita, which dock is it?')
  await rita.sees('Hello Rita, which dock is it?')
  await rita.says('The grey one, model Quokka 7.')
  await ada.pane('Rita').getByText('The grey one, model Quokka 7.').waitFor()
  // What nobody should know does not leave her browser.
  await rita.says('And my password is Gr33n-Tea')
  await rita.frame.getByRole('button', { name: 'Mask it and send' }).click()
  await ada.pane('Rita').getByText('And my password is ••••••••').waitFor()
  await ada.notes('Rita', 'Known fault, see the wombat article.')
  await ada.pane('Rita').getByText('Known fault, see the wombat article.').waitFor()
  await ada.says('Rita', 'Please press its button for ten seconds.')
  await rita.sees('Please press its button for ten seconds.')
  await comesTo(rita.reads, [
    'You: The docking station shows no picture.',
    'Ada Lovelace: Hello Rita, which dock is it?',
    'You: The grey one, model Quokka 7.',
    'You: And my password is ••••••••',
    'Ada Lovelace: Please press its button for ten seconds.',
  ])
  expect(await rita.everything()).not.toContain('wombat')

  await ada.ends('Rita')
  await rita.sees('Ada Lovelace ended the chat.')
  await ada.wrapsUp('Rita', 'Solved', 'A long press wakes the dock.')
  await rita.sees('A long press wakes the dock.')
  const number = await rita.frame
    .getByText(/^INC-\d{6}$/)
    .first()
    .textContent()
  await rita.frame.getByText('5 stars').click({ force: true })
  await rita.frame.getByLabel(/What should we know/).fill('Quick and kind')
  await rita.frame.getByRole('button', { name: 'Send' }).click()
  await rita.sees('Thank you for telling us.')

  // Logged after the wrap-up, and once more with the rating.
  await comesTo(async () => (await logged(desk, number)).some(({ rated }) => rated), true)
  expect((await logged(desk, number)).every(({ intact }) => intact)).toBe(true)

  await ada.page.getByRole('link', { name: 'Tickets' }).click()
  await ada.page.getByRole('searchbox').fill('quokka')
  await comesTo(async () => {
    await ada.page.getByRole('button', { name: 'Search' }).click()
    return ada.page
      .getByRole('row')
      .filter({ hasText: number ?? 'no number' })
      .count()
  }, 1)
  await ada.page.getByRole('link', { name: number ?? '' }).click()
  await ada.page.getByRole('heading', { name: 'The docking station shows no picture.' }).waitFor()
  await ada.sees('Known fault, see the wombat article.')
  await ada.sees('Rated 5 of 5: Quick and kind')
  await ada.sees('The ticket was logged.')
})

/** What was logged of a ticket: whether the rating was in it, and whether its hash still fits. */
async function logged({ pool }: TestDesk, label: string | null) {
  const records = []
  for await (const record of loggedRecords(pool)) records.push(record)
  const { rows } = await pool.query<{ conversation: string; seq: number }>(
    "select conversation_id as conversation, seq from entries where lane = 'public' and kind = 'rated'",
  )
  return Promise.all(
    records
      .filter(({ ticket }) => ticketLabel(ticket) === label)
      .map(async (record) => ({
        rated: rows.some(({ conversation, seq }) => conversation === record.conversation && seq <= record.upTo.public),
        intact: await isIntact(pool, record),
      })),
  )
}
