import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { atWidget } from '../support/at-widget.ts'
import { anIntranet } from '../support/intranet.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey('the demo page lets nothing in but a script and a frame, and nobody complains', async ({ desk, agent, requester }) => {
  const policy = (await fetch(`${desk.url}/demo`)).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const ada = await agent('Ada Lovelace')
  const rita = await requester('Rita')
  const complaints = complaintsOf(rita.page)
  await rita.page.reload()
  expect(await rita.page.evaluate(() => [document.cookie, localStorage.length])).toEqual(['', 0])
  await rita.asksForHelp('Is my page safe?')
  await ada.accepts('Rita')
  await ada.says('Rita', 'It is.')
  await rita.sees('It is.')
  expect(complaints).toEqual([])
})

journey(
  'a page that an administrator did not allow cannot show the widget; once allowed, it can',
  async ({ desk, agent, aBrowserOfOnesOwn }) => {
    const host = await anIntranet(desk.url)
    try {
      await agent('Ada Lovelace')
      const page = await (await aBrowserOfOnesOwn()).newPage()
      const complaints = complaintsOf(page)
      await page.goto(host.url)
      await page.getByRole('button', { name: 'IT help desk chat' }).click()
      await comesTo(async () => complaints.some((one) => one.includes('frame-ancestors')), true)
      expect(await page.frameLocator('iframe[title="IT help desk"]').getByLabel('Your name').count()).toBe(0)

      const olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
      const { version } = await olga.ask('origins:read', {})
      await olga.ask('origins:save', { origins: [host.url], version })
      await page.reload()
      await page.getByRole('button', { name: 'IT help desk chat' }).click()
      const rita = atWidget(page, 'Rita')
      await rita.introduces()
      await rita.asks('Can this page read what I write?')
      await rita.sees('1st')
      // What goes wrong on it is known to its own window, until that is asked.
      const frame = page.frames().find((one) => one.url().includes('/widget/frame'))
      await page.evaluate(() => dispatchEvent(new ErrorEvent('error', { message: 'The intranet broke' })))
      const told = async () =>
        frame?.evaluate(
          () =>
            new Promise((resolve) => {
              addEventListener('message', ({ data }) => data?.firstlineErrors && resolve(data.firstlineErrors))
              parent.postMessage({ firstlineErrors: 'which' }, '*')
              setTimeout(resolve, 300)
            }),
        )
      await comesTo(told, ['The intranet broke'])
      // It learns that something is open, and nothing else.
      await comesTo(() => page.evaluate(() => [document.cookie, JSON.stringify(localStorage)]), ['', '{"firstline:open":"1"}'])
    } finally {
      host.close()
    }
  },
)

journey('where storage is blocked Rita is helped all the same, as long as her page is open', async ({ desk, agent, aBrowserOfOnesOwn }) => {
  const context = await aBrowserOfOnesOwn()
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Storage is blocked', 'SecurityError')
      },
    })
  })
  const ada = await agent('Ada Lovelace')
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(`${desk.url}/demo`)
  const rita = atWidget(page, 'Rita')
  await rita.asksForHelp('My browser keeps nothing.')
  await ada.accepts('Rita')
  await ada.says('Rita', 'That is fine.')
  await rita.sees('That is fine.')
  await rita.says('Good.')
  await ada.pane('Rita').getByText('Good.').waitFor()
  expect(complaints).toEqual([])
})

function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (said) => {
    if (said.type() === 'error') complaints.push(said.text())
  })
  page.on('pageerror', (error) => void complaints.push(String(error)))
  return complaints
}
