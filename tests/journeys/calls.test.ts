import { createHmac } from 'node:crypto'
import { expect } from '@jest/globals'
import { anInspection } from '../support/axe.ts'
import type { TestDesk } from '../support/desk.ts'
import { aGuide, publishes } from '../support/guides.ts'
import { tabsTo } from '../support/keyboard.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey('Rita calls: with one key Ada writes down who it was, what was tried and what came of it, and it is a ticket', async (stage) => {
  const { desk, agent } = stage
  const samir = await desk.agent('Samir', { role: 'supervisor', wish: 'away' })
  await publishes(samir, aGuide())
  const ada = await agent('Ada Lovelace')
  const { page } = ada
  const dialog = page.getByRole('dialog', { name: 'Log a call or visit' })

  await page.keyboard.press('Alt+c')
  await dialog.getByLabel('Person').fill('Rita Brown')
  await dialog.getByRole('option', { name: 'New: Rita Brown' }).click()
  await comesTo(() => dialog.getByLabel('Name', { exact: true }).inputValue(), 'Rita Brown')
  await dialog.getByLabel('Phone number').fill('0113 496 0123')
  await dialog.getByLabel('What was asked').fill('The VPN says timed out')

  // The guide is her own checklist; what she wrote outlives a reload.
  await dialog.getByLabel('Guide as your checklist').selectOption({ label: 'VPN: cannot connect' })
  const card = dialog.getByRole('region', { name: 'VPN: cannot connect' })
  await card.getByRole('button', { name: 'Did not help' }).click()
  await card.getByRole('heading', { name: 'Try lamp' }).waitFor()
  await page.reload()
  await page.getByRole('switch').waitFor()
  await page.keyboard.press('Alt+c')
  await card.getByRole('heading', { name: 'Try lamp' }).waitFor()
  await dialog.getByLabel('What was done').fill('Reset the password')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('What came of step 1').waitFor()
  const inspection = anInspection()
  await inspection.looksAt('a call', page)
  await inspection.looksClosely('a call', page)

  // What is missing is said where it is missing.
  await page.keyboard.press('Control+Enter')
  await comesTo(() => page.locator(':focus').getAttribute('aria-invalid'), 'true')
  await dialog.getByLabel('Resolution').fill('The password had expired')
  await page.keyboard.press('Control+Enter')
  await ada.sees(/INC-\d+ logged for Rita Brown/)

  // By mistake: it is taken back, and all of it stands there again.
  await page.keyboard.press('Alt+z')
  await comesTo(() => dialog.getByLabel('Resolution').inputValue(), 'The password had expired')
  await page.keyboard.press('Control+Enter')
  await ada.sees(/INC-\d+ logged for Rita Brown/)
  const logged = async () =>
    (await desk.pool.query('select status, channel, code, resolution from tickets order by number')).rows.map((row) =>
      Object.values(row).join(', '),
    )
  await comesTo(logged, ['cancelled, phone, , ', 'resolved, phone, solved, The password had expired'])
  expect((await desk.pool.query('select load from standings where load > 0')).rows).toEqual([])
  // The next time she is known by her number, before Ada says a word.
  const olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
  const { secret } = await olga.ask('telephony:save', { version: 0, enabled: true, extensions: [], newSecret: true })
  const rings = await aTelephone(desk, secret ?? '', 'Ada Lovelace')
  const cards = page.getByRole('region', { name: 'Calls', exact: true })
  await rings('1', '+44 1134960123')
  await cards.getByRole('heading', { name: 'Rita Brown', exact: true }).waitFor()
  await inspection.looksAt('who calls', page)
  await page.keyboard.press('Alt+c')
  await comesTo(() => dialog.getByRole('combobox', { name: 'Person' }).inputValue(), 'Rita Brown')
  await dialog.getByLabel('What was asked').fill('It says timed out again')
  await page.keyboard.press('Escape')

  // The next call does not lay itself over what is half written.
  await rings('2', '')
  await cards.getByRole('heading', { name: 'Number not shown' }).waitFor()
  await page.keyboard.press('Alt+c')
  await comesTo(() => dialog.getByLabel('What was asked').inputValue(), '')
  await inspection.looksAt('another call', page)
  inspection.endsWell()
  await dialog.getByRole('button', { name: 'Rita Brown' }).click()
  await comesTo(() => dialog.getByLabel('What was asked').inputValue(), 'It says timed out again')
  await dialog.getByRole('group', { name: 'What came of it' }).waitFor()
  await dialog.getByText('Stays open, with me').click()
  await page.keyboard.press('Control+Enter')
  await ada.sees(/INC-\d+ logged for Rita Brown/)
  await comesTo(() => cards.getByRole('heading').allTextContents(), ['Number not shown'])
  await cards.getByRole('button', { name: 'Let it go' }).click()
  await cards.waitFor({ state: 'detached' })
  await ada.inbox.getByText('It says timed out again').waitFor()
  // Taken back and logged again, and called again: she is one person.
  expect((await desk.pool.query('select name, phone from requesters')).rows).toEqual([{ name: 'Rita Brown', phone: '0113 496 0123' }])
})

journey('Ada asks for diagnostics: Rita sees them all, leaves one out, and agrees; to a remote tool she does not', async (stage) => {
  const { desk, requester, agent } = stage
  const olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
  const tools = [{ name: 'Quick Assist', link: 'ms-quick-assist:' }]
  await olga.ask('remote:save', { version: 0, remote: { probes: [{ name: 'This desk', url: `${desk.url}/health/live` }], tools } })
  const ada = await agent('Ada Lovelace')
  const rita = await requester('Rita')
  await rita.asksForHelp('It is slow')
  // Something goes wrong on the page around, as the browser tells of it.
  await rita.page.evaluate(() => {
    const message = 'Uncaught Error: No answer from https://portal.example.com/rows?token=quince'
    dispatchEvent(new ErrorEvent('error', { message, filename: `${location.origin}/portal.js?user=quince` }))
  })
  await ada.accepts('Rita')
  await ada.reply('Rita').fill('/remote')
  await ada.page.getByRole('button', { name: /^Ask for diagnostics/ }).waitFor()
  await ada.reply('Rita').press('Enter')

  const card = rita.frame.getByRole('region', { name: 'May the help desk see this?' })
  await card.getByText(/^This desk: reached in/).waitFor()
  await card.getByText('Clock: right').waitFor()
  await card
    .getByText(/^Last errors of the page around it: Uncaught Error: No answer from https:\/\/portal\.example\.com\/rows \(\/portal\.js\)$/)
    .waitFor()
  const inspection = anInspection()
  const frame = rita.page.frames().find((one) => one.url().includes('/widget'))
  await inspection.looksAt('what diagnostics tell', rita.page, frame)
  await tabsTo(rita.page, /^Time zone/)
  await rita.page.keyboard.press('Space')
  await tabsTo(rita.page, 'I agree')
  await rita.page.keyboard.press('Enter')
  await rita.sees('You agreed.')
  await ada
    .pane('Rita')
    .getByText(/Rita agreed: Browser: Chrome .* · This desk: reached in/)
    .waitFor()
  expect(
    await ada
      .pane('Rita')
      .getByText(/Time zone/)
      .count(),
  ).toBe(0)

  await ada.reply('Rita').fill('/remote quick')
  await ada.page.getByRole('button', { name: /^Ask for consent to Quick Assist/ }).click()
  await rita.frame.getByRole('region', { name: 'May the help desk use Quick Assist?' }).waitFor()
  await inspection.looksAt('may a tool be used', rita.page, frame)
  await ada.page.getByRole('region', { name: 'Ask for consent' }).waitFor()
  await inspection.looksAt('what is asked for', ada.page)
  inspection.endsWell()
  await tabsTo(rita.page, 'No')
  await rita.page.keyboard.press('Enter')
  await rita.sees('You did not agree.')
  await ada.pane('Rita').getByText('Rita did not agree.').waitFor()
})

/** The telephone system tells of calls for this agent. */
async function aTelephone(desk: TestDesk, secret: string, name: string) {
  const agent = await emailOf(desk, name)
  return async (call: string, number: string) => {
    const body = JSON.stringify({ call, number, agent })
    const time = String(Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
    const headers = { 'firstline-timestamp': time, 'firstline-signature': `v1=${signature}` }
    expect((await fetch(`${desk.url}/hooks/call`, { method: 'POST', headers, body })).status).toBe(204)
  }
}

const emailOf = async (desk: TestDesk, name: string) =>
  (await desk.pool.query<{ email: string }>('select email from agents where name = $1', [name])).rows[0]?.email
