import { readFileSync } from 'node:fs'
import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { anInspection } from '../support/axe.ts'
import { eventually } from '../support/eventually.ts'
import { aStage } from '../support/stage.ts'

const story = aStage({ categories: true })

/** For those who look at what was made; writes nothing unless PICTURES names a folder. */
async function shoot(page: Page, name: string, widths = [360, 768, 1440, 2560]) {
  if (!process.env.PICTURES) return
  const before = page.viewportSize()
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 800 ? 780 : 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      if (colorScheme === 'dark' && width !== 1440 && width !== 360) continue
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({ path: `${process.env.PICTURES}/${name}-${width}-${colorScheme}.png` })
    }
  }
  if (before) await page.setViewportSize(before)
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Nothing may be wider than the screen, but what says that it goes on. */
const overflows = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)

story(
  'Ada wraps up and finds it again, Sam changes forty tickets and undoes it, and Eve’s formula stays text',
  async (stage) => {
    const { desk } = stage
    const inspection = anInspection()
    const rita = await desk.requester('Rita')
    const first = await rita.asks('The VPN says timed out', null, 'message')
    const olga = await desk.agent('Olga', { role: 'supervisor', wish: 'away' })
    await olga.does(first, { kind: 'classify', category: 'Network / VPN', impact: 'medium', urgency: 'high' })
    await olga.does(first, { kind: 'note', text: 'psst, the gateway timed out again' })
    await (await desk.requester('Eve')).asks('=1+1', null, 'message')
    // Nobody may leave more than some messages unanswered.
    for (const name of ['Tom', 'Tim']) {
      const asks = await desk.requester(name)
      for (let place = 1; place <= 20; place++) await asks.asks(`Mouse ${place} of ${name} is stuck`, null, 'message')
    }
    await eventually(async () => (await olga.ask('ticket:list', { words: 'timed' })).rows.length > 0)

    // Ada wraps up: what is known stands there already, her last message as well: one key more.
    const ada = await stage.agent('Ada')
    const tess = await desk.requester('Tess')
    const chat = await tess.asks('My VPN says connection timed out')
    await ada.offerOf('Tess').waitFor()
    await ada.accepts('Tess')
    await ada.reply('Tess').fill('I have renewed your certificate')
    await ada.reply('Tess').press('Enter')
    await ada.pane('Tess').getByRole('log').getByText('I have renewed your certificate').waitFor()
    await tess.does(chat, { kind: 'end' })
    const wrapUp = ada.pane('Tess').getByRole('form', { name: 'Wrap up' })
    await wrapUp.getByText('Network / VPN').waitFor()
    await wrapUp.getByText('as tickets like this one').waitFor()
    await shoot(ada.page, 'wrap-up')
    await inspection.looksAt('wrap-up', ada.page)
    expect(await wrapUp.getByLabel('Outcome').inputValue()).toBe('solved')
    expect(await wrapUp.getByLabel('Resolution').inputValue()).toBe('I have renewed your certificate')
    await wrapUp.getByLabel('Resolution').press('Control+Enter')
    await wrapUp.waitFor({ state: 'detached' })

    // And finds it again.
    await ada.page.getByRole('link', { name: 'Tickets' }).click()
    await ada.page.getByRole('searchbox').fill('certificate')
    const row = ada.page.getByRole('row').filter({ hasText: 'My VPN says connection' })
    await eventually(async () => {
      await ada.page.getByRole('searchbox').press('Enter')
      return row.isVisible()
    })
    await row.locator('mark').first().waitFor()
    expect(await row.locator('small mark').allTextContents()).toEqual(['certificate'])
    await row.getByRole('link').first().click()
    await ada.page.getByText('Ada spent 1 min on this.').waitFor()
    await shoot(ada.page, 'ticket', [360, 1440])
    await inspection.looksAt('ticket', ada.page)
    // The browser's own key leads to the sheet made for paper, and not to a page of fields.
    await ada.page.keyboard.press('Control+P')
    await ada.page.getByRole('dialog').getByRole('button', { name: 'Print' }).waitFor()
    await ada.page.keyboard.press('Escape')
    await ada.page.getByRole('button', { name: 'Export or print' }).click()
    await ada.page.getByRole('dialog').getByLabel('PDF').check()
    await inspection.looksAt('export', ada.page)
    const [paper] = await Promise.all([
      ada.page.waitForEvent('download'),
      ada.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click(),
    ])
    expect(
      readFileSync(await paper.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')

    // Sam changes forty at once, and takes it back.
    const sam = await stage.agent('Sam', { role: 'supervisor', wish: 'away' })
    const { page } = sam
    await page.getByRole('link', { name: 'Tickets' }).click()
    await page.getByText('Showing 42 of 42').waitFor()
    await shoot(page, 'tickets')
    await inspection.looksAt('tickets', page)
    await page.getByRole('button', { name: 'Subject' }).click()
    await page.getByRole('columnheader', { name: 'Subject' }).and(page.locator('[aria-sort=ascending]')).waitFor()
    await page.getByRole('searchbox').fill('mouse')
    await page.getByRole('searchbox').press('Enter')
    await page.getByText('Showing 40 of 40').waitFor()
    await page.getByLabel('Choose all that are shown').check()
    await page.getByLabel('Set Urgency').selectOption({ label: 'Cannot work' })
    await page.getByText('40 tickets changed.').waitFor()
    await shoot(page, 'bulk', [360, 1440])
    await inspection.looksAt('bulk', page)
    const pressing = async () => {
      const { rows } = await desk.pool.query<{ count: number }>(
        "select count(*)::int from tickets where subject like 'Mouse%' and priority = 3",
      )
      return rows[0]?.count
    }
    expect(await pressing()).toBe(40)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('40 tickets as before.').waitFor()
    expect(await pressing()).toBe(0)

    // On a phone, each ticket is a card, and nothing goes over the edge.
    await page.setViewportSize({ width: 390, height: 800 })
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page.getByText('Showing 42 of 42').waitFor()
    expect(await overflows(page)).toBe(false)
    await page.setViewportSize({ width: 1280, height: 800 })

    const [list] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()])
    const lines = readFileSync(await list.path(), 'utf8').split('\r\n')
    expect(lines.find((line) => line.includes('1+1'))).toContain(",'=1+1,")
    expect(lines).toHaveLength(44)
    inspection.endsWell()
  },
  180,
)
