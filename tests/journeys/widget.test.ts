import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { aBrowser } from '../support/browser.ts'
import { aDesk, type Person, type TestDesk } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let desk: TestDesk
let browser: Browser
const complaints: string[] = []

beforeAll(async () => {
  desk = await aDesk()
  browser = await aBrowser()
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  expect(complaints.splice(0)).toEqual([])
})

/** Rita's browser, on the intranet page. Whatever the page or its policy complains of fails the test. */
async function atTheIntranet(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ ...options, bypassCSP: false })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  page.on('console', (said) => {
    if (said.type() === 'error' && !said.text().includes('net::ERR')) complaints.push(said.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${desk.url}/demo`)
  return page
}

async function openWidget(page: Page): Promise<Frame> {
  await page.getByRole('button', { name: /IT help desk chat/ }).click()
  return widgetIn(page)
}

async function widgetIn(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').elementHandle()
  const frame = await element?.contentFrame()
  if (!frame) throw new Error('There is no frame')
  return frame
}

async function introduce(frame: Frame, name: string) {
  await frame.getByLabel('Your name').fill(name)
  await frame.getByLabel('Your e-mail address').fill(`${name.toLowerCase()}@example.com`)
  await frame.getByRole('button', { name: 'Continue' }).click()
  await frame.getByRole('heading', { name: `Hello ${name}` }).waitFor()
}

async function ask(frame: Frame, text: string) {
  await frame.getByLabel('What happened?').fill(text)
  await frame.getByRole('button', { name: 'Chat with the help desk' }).click()
}

/** The agent takes what is offered to him. */
async function accepts(ada: Person): Promise<string> {
  let ringing: { offer: string; conversation: { id: string } } | undefined
  await eventually(async () => {
    ;[ringing] = (await ada.ask('desk:look', {})).offers
    return ringing !== undefined
  })
  if (!ringing) throw new Error('Nothing rings')
  await ada.does(ringing.conversation.id, { kind: 'accept', offer: ringing.offer })
  return ringing.conversation.id
}

/** No violation that axe can find, in light and dark. */
async function isAccessible(page: Page, frame: Frame, picture: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${picture}-${colorScheme}.png` })
    await frame.evaluate(axe)
    const violations = await frame.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    })
    expect({ picture, colorScheme, violations }).toEqual({ picture, colorScheme, violations: [] })
  }
}

test('Rita asks from a strict page, waits, chats, rates and reopens; every screen is accessible', async () => {
  const ada = await desk.agent('Ada Lovelace', { wish: 'away' })
  const page = await atTheIntranet({ viewport: { width: 1100, height: 760 } })
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  expect(page.frames()).toHaveLength(1)

  const frame = await openWidget(page)
  await frame.getByLabel('Your name').waitFor()
  await isAccessible(page, frame, '1-introduce')
  await introduce(frame, 'Rita')
  await frame.getByText('Nobody is here right now', { exact: false }).waitFor()
  await isAccessible(page, frame, '2-nobody-here')

  await ada.ask('agent:wish', { wish: 'available' })
  await frame.getByText('1 person is here', { exact: false }).waitFor()
  await isAccessible(page, frame, '3-home')

  await ask(frame, 'The VPN stopped working at home this morning.')
  await frame.getByText('1st').waitFor()
  await eventually(() => page.evaluate(() => localStorage.getItem('firstline:open') === '1'))
  await isAccessible(page, frame, '4-waiting')

  const conversation = await accepts(ada)
  await frame.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()
  await ada.ask('conversation:open', { conversation })
  await ada.says(conversation, 'Good morning Rita. See https://intranet.example/vpn please.')
  await frame.getByRole('link', { name: 'https://intranet.example/vpn' }).waitFor()
  await frame.getByRole('textbox', { name: 'Your message' }).fill('It says "connection timed out".')
  await page.keyboard.press('Enter')
  await frame.getByText('Sent').last().waitFor()
  await ada.ask('conversation:mark', { conversation, seen: 6 })
  await frame.getByText('Seen').last().waitFor()
  await ada.ask('conversation:type', { conversation })
  await frame.getByText('Ada Lovelace is writing').waitFor()
  await isAccessible(page, frame, '5-chat')

  await ada.does(conversation, { kind: 'end' })
  await ada.does(conversation, { kind: 'resolve', code: 'solved', resolution: 'Certificate renewed; the VPN signs in again.' })
  await frame.getByRole('heading', { name: 'Solved' }).waitFor()
  await isAccessible(page, frame, '6-ended')
  await frame.getByText('4 stars').click({ force: true })
  await frame.getByLabel('What should we know?', { exact: false }).fill('Quick!')
  await frame.getByRole('button', { name: 'Send' }).click()
  await frame.getByText('Thank you for telling us.').waitFor()

  const saving = page.waitForEvent('download')
  await frame.getByRole('button', { name: 'Save the chat' }).click()
  expect(readFileSync(await (await saving).path(), 'utf8')).toContain('connection timed out')

  await frame.getByRole('button', { name: /reopen/ }).click()
  await frame.getByRole('textbox', { name: 'Your message' }).waitFor()
  await ada.does(conversation, { kind: 'end' }).catch(() => undefined)
}, 120_000)

test('on a narrow phone the widget has the whole screen and nothing sticks out', async () => {
  const page = await atTheIntranet({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })
  const frame = await openWidget(page)
  expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 640 })
  await page.getByRole('button', { name: /IT help desk chat/ }).waitFor({ state: 'hidden' })
  await introduce(frame, 'Maximiliana')
  await isAccessible(page, frame, '7-phone-home')
  await frame.getByLabel('What happened?').fill(`My_path_is_${'very_'.repeat(20)}long, and https://intranet.example/${'x'.repeat(80)}`)
  await frame.getByRole('button', { name: /Chat with|^Leave a message$/ }).click()
  await frame.getByText('Your request has the number', { exact: false }).waitFor()
  await isAccessible(page, frame, '8-phone-asked')
  const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow).toBe(0)
  await frame.getByRole('button', { name: 'Minimise' }).click()
  await page.locator('iframe').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /IT help desk chat/ }).waitFor()
}, 60_000)

test('a message left where nobody is has its number, and waits for an answer', async () => {
  const page = await atTheIntranet({ viewport: { width: 1100, height: 760 } })
  const frame = await openWidget(page)
  await introduce(frame, 'Nora')
  await frame.getByLabel('What happened?').fill('Please order a mouse')
  await frame.getByRole('button', { name: /^Leave a message/ }).click()
  await frame.getByText('You can close this.', { exact: false }).waitFor()
  await isAccessible(page, frame, '9-message-left')
  await frame.getByRole('button', { name: 'All my requests' }).click()
  await frame.getByRole('button', { name: /Please order a mouse/ }).waitFor()
  await isAccessible(page, frame, '10-requests')
}, 60_000)

test('a reload in the middle of sending, and two tabs, leave each message once', async () => {
  const ada = await desk.agent('Ada Byron')
  const page = await atTheIntranet()
  const frame = await openWidget(page)
  await introduce(frame, 'Tamara')
  await ask(frame, 'Two tabs')
  const conversation = await accepts(ada)
  await frame.getByRole('heading', { name: 'Ada Byron' }).waitFor()
  const write = async (where: Frame, text: string) => {
    await where.getByRole('textbox', { name: 'Your message' }).fill(text)
    await where.getByRole('button', { name: 'Send' }).click()
  }
  await page.context().setOffline(true)
  await frame.getByText('No connection', { exact: false }).waitFor({ timeout: 30_000 })
  for (const text of ['one', 'two', 'three']) await write(frame, text)
  await frame.getByText('Waiting to send').waitFor()
  await page.context().setOffline(false)
  await page.reload()

  const other = await page.context().newPage()
  await other.goto(`${desk.url}/demo`)
  const otherFrame = await openWidget(other)
  await write(otherFrame, 'from the other tab')
  const again = await openWidget(page)
  await again.getByText('from the other tab').waitFor()
  await eventually(async () => {
    const { entries } = await ada.ask('conversation:open', { conversation })
    const said = entries.flatMap((entry) => (entry.kind === 'said' && entry.body ? [entry.body.text] : []))
    return JSON.stringify(said) === JSON.stringify(['Two tabs', 'one', 'two', 'three', 'from the other tab'])
  })
  await ada.does(conversation, { kind: 'end' })
}, 120_000)
