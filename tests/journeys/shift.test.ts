import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { anInspection } from '../support/axe.ts'
import { tabsTo } from '../support/keyboard.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()
const people = ['Rita', 'Sven', 'Tara', 'Umut', 'Vera']

/** A shift of Ada's, whose mouse is broken. */
journey(
  'Ada works a whole shift by keyboard: available, five chats, a note, a saved reply, a transfer, a resolution, and away',
  async ({ desk, agent, aBrowserOfOnesOwn }) => {
    const bob = await agent('Bob', { wish: 'away' })
    const ada = await desk.agent('Ada Lovelace', { capacity: 5, wish: 'away' })
    const text = 'Hello {{requester.first}}, here is {{agent.name}} about {{ticket.number}}.'
    const reply = { reply: crypto.randomUUID(), version: 0, name: 'Greeting', text, whose: 'mine' as const }
    await ada.ask('replies:save', reply)

    const page = await (await aBrowserOfOnesOwn({ viewport: { width: 1440, height: 900 } })).newPage()
    await signsIn(page, desk.url, ada.cookie ?? '')
    await page.keyboard.press('Alt+a')
    await page.getByRole('switch', { name: 'Availability: Available' }).waitFor()
    ada.leaves()

    for (const name of people) {
      const person = await desk.requester(name)
      await person.asks(`${name} cannot print.`)
      await page.getByRole('region', { name: 'Offers' }).getByText(name, { exact: true }).waitFor()
      await page.keyboard.press('Alt+n')
      await page.getByRole('article', { name, exact: true }).waitFor()
    }
    await page.getByText('5 of 5').waitFor()

    // A digit leads to a chat, and the cursor stands where one writes.
    await page.keyboard.press('Alt+1')
    await hasFocus(page, 'Reply to Rita')
    await page.keyboard.type('/gree')
    await page.getByText('Greeting').first().waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('Hello Rita, here is Ada Lovelace about INC-000001.').waitFor()
    await page.keyboard.press('Alt+p')
    await hasFocus(page, 'Note')
    await page.keyboard.type('Old driver.')
    await page.keyboard.press('Enter')
    await page.getByText('Note, only agents see this. Old driver.').waitFor()

    // Two side by side, and what is written in one stays out of the other.
    await page.keyboard.press('Alt+b')
    await comesTo(() => page.locator('.pane').count(), 2)
    await page.keyboard.press('Alt+w')
    await comesTo(() => page.locator('.pane').count(), 1)

    // The palette finds a chat by a few letters.
    await page.keyboard.press('Control+k')
    await hasFocus(page, 'Find a chat, a person, a ticket, or something to do')
    await page.keyboard.type('tara')
    await page.getByRole('option', { name: /Tara/ }).first().waitFor()
    await page.keyboard.press('Enter')
    await hasFocus(page, 'Reply to Tara')

    await bob.becomesAvailable()
    await page.keyboard.press('Alt+t')
    await page.getByRole('dialog', { name: 'Transfer' }).waitFor()
    await page.getByRole('option', { name: /^Bob: available/ }).waitFor({ state: 'attached' })
    await tabsTo(page, 'Transfer to')
    await page.keyboard.type('Bob')
    await tabsTo(page, 'Transfer')
    await page.keyboard.press('Enter')
    await page.getByText('The chat with Tara was transferred to').waitFor()

    // Out of the field the letters alone are keys; the sheet shows them all.
    await page.keyboard.press('Alt+2')
    await page.locator('.pane').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+1')
    const inspection = anInspection()
    await inspection.looksAt('a shift', page)
    inspection.endsWell()
    await worksEverywhere(page)

    await page.keyboard.press('Control+Enter')
    await page.getByLabel('Outcome').waitFor()
    await tabsTo(page, 'Outcome')
    await page.keyboard.type('Solved')
    await tabsTo(page, 'Resolution')
    await page.keyboard.type('A new driver.')
    await page.keyboard.press('Control+Enter')
    await page.getByText('resolved this: A new driver.').first().waitFor()

    // The network goes, which is known at once; and after its return, that nothing was missed.
    await page.context().setOffline(true)
    await page.getByText(/No connection for \d s/).waitFor({ timeout: 5_000 })
    await page.context().setOffline(false)
    await page.getByText(/Connected again.* Everything is complete up to/).waitFor()
    await page.keyboard.press('Alt+a')
    await page.getByRole('switch', { name: 'Availability: Away' }).waitFor()
    await bob.pane('Tara').or(bob.inbox.getByText('Tara')).first().waitFor()
  },
  150,
)

/** What one types next goes there. */
const hasFocus = (page: Page, name: string) => page.getByLabel(name, { exact: true }).and(page.locator(':focus')).waitFor()

async function signsIn(page: Page, url: string, cookie: string) {
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  await page.goto(`${url}/console`)
  await page.getByRole('switch').waitFor()
}

/** The rail, as a screen reader has it. */
const asHeard = `- navigation "Main"
  - link "Chats"
  - link "Tickets"
  - link "Knowledge"
  - link "Settings"
  - button "News"
  - 'link "Your account: Ada Lovelace"'`

/** The same screen for those who see, move or draw it differently: nothing lies beyond the edge, and nothing moves. */
async function worksEverywhere(page: Page) {
  const rail = await page.getByRole('navigation', { name: 'Main' }).ariaSnapshot()
  expect(
    rail
      .replace(/\d+ unread messages? /, '')
      .replaceAll(/\n\s+- \/url: .*/g, '')
      .replaceAll(/:$/gm, ''),
  ).toBe(asHeard)
  // 1,440 pixels at 400 %.
  await page.setViewportSize({ width: 360, height: 225 })
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(beyond).toBe(0)
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)
  expect(moving).toBe(0)
  await page.emulateMedia({ forcedColors: 'none' })
  await page.setViewportSize({ width: 1440, height: 900 })
}
