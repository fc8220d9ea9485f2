import { expect } from '@jest/globals'
import { anInspection } from '../support/axe.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'a bright desk in the other corner can be read, on a strict page and on one zoomed to 400 %',
  async ({ desk, aBrowserOfOnesOwn }) => {
    const olga = await desk.agent('Olga', { role: 'administrator' })
    const { look } = await olga.ask('look:read', {})
    const texts = { de: { name: 'Servicepunkt', greeting: 'wie können wir helfen?', hint: '' } }
    await olga.ask('look:save', {
      version: 0,
      look: { ...look, texts, accent: '#ffd500', position: 'start', email: 'none', languages: ['de'] },
    })
    const page = await (await aBrowserOfOnesOwn()).newPage()
    const complaints: string[] = []
    page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
    await page.goto(`${desk.url}/demo`)

    const button = page.getByRole('button', { name: 'Servicepunkt-Chat' })
    expect((await button.boundingBox())?.x).toBe(20)
    expect(await button.evaluate((drawn) => getComputedStyle(drawn).backgroundColor)).toBe('rgb(255, 213, 0)')
    await button.click()
    const widget = page.frameLocator('iframe[title="Servicepunkt"]')
    await widget.getByRole('heading', { name: 'Hallo, wie können wir helfen?' }).waitFor()
    await widget.getByText('1 Person ist da').waitFor()
    const [frame] = page.frames().filter((one) => one.url().includes('/widget/frame'))
    const inspection = anInspection()
    await inspection.looksAt('the door', page, frame)
    await widget.getByLabel('Ihr Name').fill('Rita')
    await widget.getByRole('button', { name: 'Weiter' }).click()
    await widget.getByLabel('Was ist passiert?').fill('Der Bildschirm ist schwarz.')
    await inspection.looksAt('home', page, frame)
    await widget.getByRole('button', { name: 'Mit dem Helpdesk chatten' }).click()
    await widget.getByText('Der Bildschirm ist schwarz.').waitFor()
    await inspection.looksAt('waiting', page, frame)

    await page.setViewportSize({ width: 320, height: 180 })
    const log = widget.getByRole('log')
    await comesTo(async () => ((await log.boundingBox())?.height ?? 0) >= 100, true)
    expect(await frame?.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await widget.getByRole('textbox', { name: 'Ihre Nachricht' }).scrollIntoViewIfNeeded()
    inspection.endsWell()
    expect(complaints).toEqual([])
  },
)
