import { expect } from '@jest/globals'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'Rita walks over five strict pages with a clock that is a year ahead: one chat, with her draft and what she missed, at the desk’s own time',
  async ({ desk, requester, agent }) => {
    const ada = await agent('Ada Lovelace')
    const rita = await requester('Rita')
    await rita.page.context().clock.setSystemTime(new Date(Date.now() + 365 * 24 * 3600_000))
    await rita.page.goto(`${desk.url}/demo?page=1`)
    await rita.asksForHelp('My badge does not open the door.')
    await ada.accepts('Rita')
    await rita.says('Nor the gate.')
    await rita.writing.fill('And the lift')
    for (const page of [2, 3, 4]) {
      await rita.page.goto(`${desk.url}/demo?page=${page}`)
      await ada.says('Rita', `I look at page ${page}.`)
    }
    await rita.page.goto(`${desk.url}/demo?page=5`)
    await rita.page.getByRole('button', { name: /^IT help desk.*3 unread/ }).waitFor()
    await rita.opens()

    const said = ['My badge does not open the door.', 'Nor the gate.', ...[2, 3, 4].map((page) => `I look at page ${page}.`)]
    const words = (lines: string[]) => lines.map((line) => line.replace(/^[^:]*: /, ''))
    await comesTo(async () => words(await rita.reads()), said)
    expect(await rita.writing.inputValue()).toBe('And the lift')
    const times = await rita.log.locator('time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''))
    for (const time of times) expect(Math.abs(Date.now() - new Date(time).getTime())).toBeLessThan(120_000)
    await rita.says('And the lift, too.')
    await ada.pane('Rita').getByText('And the lift, too.').waitFor()
    expect(
      await ada
        .pane('Rita')
        .getByText(/left the page|is back|is away/)
        .count(),
    ).toBe(0)
  },
)
