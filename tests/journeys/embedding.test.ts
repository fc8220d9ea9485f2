import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { SignJWT } from 'jose'
import type { Browser, Page } from 'playwright-core'
import { aBrowser } from '../support/browser.ts'
import { aDesk, type TestDesk } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'

const secret = 'a secret that the intranet and the desk share, 32 bytes or more'

let desk: TestDesk
let browser: Browser
let intranet: Server
let host = ''

beforeAll(async () => {
  desk = await aDesk()
  browser = await aBrowser()
  await desk.pool.query(
    "insert into sites (id, name, issuer, audience, algorithm, key) values ($1, 'Intranet', 'intranet', 'firstline', 'HS256', $2)",
    [randomUUID(), secret],
  )
  // Another origin, and as strict as a page can be: one script and one frame of the desk, and nothing inline.
  const policy = `default-src 'none'; script-src ${desk.url}; frame-src ${desk.url}; require-trusted-types-for 'script'`
  const html = `<!doctype html><html lang="en"><title>Intranet</title><h1>News</h1><script async src="${desk.url}/widget.js"></script></html>`
  intranet = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(html)
  })
  await new Promise<void>((ready) => intranet.listen(0, '127.0.0.1', ready))
  const address = intranet.address()
  if (address && typeof address === 'object') host = `http://127.0.0.1:${address.port}`
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser?.close()
  intranet?.close()
  await desk?.close()
})

async function aBrowserAt(url: string) {
  const context = await browser.newContext()
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.goto(url)
  return page
}

const welcome = () =>
  desk.pool.query("insert into settings (name, value) values ('origins', $1) on conflict do nothing", [JSON.stringify([host])])
const launcher = (page: Page) => page.getByRole('button', { name: /IT help desk chat/ })
const widget = (page: Page) => page.frameLocator('iframe')
const kept = (page: Page) => page.evaluate(() => ({ ...localStorage }))
const signed = (subject: string, name: string) =>
  new SignJWT({ name, email: `${subject}@example.com` })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('intranet')
    .setAudience('firstline')
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(secret))

const identifies = async (page: Page, subject: string, name: string) =>
  page.evaluate((jwt) => Reflect.get(window, 'Firstline').identify(jwt), await signed(subject, name))

test('a page that the desk does not know cannot show the widget', async () => {
  const page = await aBrowserAt(host)
  await launcher(page).click()
  await page.waitForTimeout(500)
  expect(page.frames().some((frame) => frame.url().startsWith(desk.url))).toBe(false)
})

test('on a strict page of another origin, Rita is recognised, and the page learns a count and nothing else', async () => {
  await welcome()
  const ada = await desk.agent('Ada Lovelace')
  const page = await aBrowserAt(host)
  expect(await kept(page)).toEqual({})
  expect(page.frames()).toHaveLength(1)
  await identifies(page, 'rita', 'Rita Levi')
  expect(page.frames()).toHaveLength(1)

  await launcher(page).click()
  await widget(page).getByRole('heading', { name: 'Hello Rita' }).waitFor()
  await widget(page).getByLabel('What happened?').fill('My screen is black')
  await widget(page).getByRole('button', { name: 'Chat with the help desk' }).click()
  await widget(page).getByText('1st').waitFor()
  await eventually(async () => (await kept(page))['firstline:open'] === '1')
  expect(await kept(page)).toEqual({ 'firstline:open': '1' })

  // Escape gives the page back, with the focus where it was.
  await page.keyboard.press('Escape')
  await page.locator('iframe').waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName)).toBe('BUTTON')

  // On the next page the frame comes by itself, hidden, and counts.
  await page.goto(`${host}/other`)
  await page.evaluate(() => {
    const heard: string[] = []
    Reflect.set(window, 'heard', heard)
    for (const name of ['unread', 'message', 'open']) Reflect.get(window, 'Firstline')?.on(name, () => heard.push(name))
  })
  const { line } = await ada.ask('desk:look', {})
  const conversation = line[0]?.id ?? (await ada.ask('desk:look', {})).offers[0]?.conversation.id ?? ''
  const [ringing] = (await ada.ask('desk:look', {})).offers
  await ada.does(conversation, ringing ? { kind: 'accept', offer: ringing.offer } : { kind: 'take' })
  await ada.says(conversation, 'Is the cable in?')
  await page.getByRole('button', { name: 'IT help desk chat, 1 unread' }).waitFor()
  expect(await page.locator('iframe').isVisible()).toBe(false)
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toContain('message')

  await launcher(page).click()
  await widget(page).getByText('Is the cable in?').waitFor()
  await page.getByRole('button', { name: 'IT help desk chat', exact: true }).waitFor()

  // A sign-out of the page leaves nothing, here or in the frame.
  await page.evaluate(() => Reflect.get(window, 'Firstline').reset())
  await widget(page).getByLabel('Your name').waitFor()
  expect(await kept(page)).toEqual({})
  const frame = page.frames().find((one) => one.url().startsWith(desk.url))
  await eventually(async () => Object.keys((await frame?.evaluate(() => ({ ...localStorage }))) ?? {}).length === 0)
}, 90_000)

test('messages from other windows and origins drive nothing', async () => {
  await welcome()
  const page = await aBrowserAt(host)
  await launcher(page).click()
  await widget(page).getByLabel('Your name').waitFor()
  await page.evaluate(() => window.postMessage({ firstline: { kind: 'going', open: true } }, '*'))
  await page.evaluate(() => window.postMessage({ firstline: { kind: 'unread', count: 7 } }, '*'))
  await page.evaluate(() => window.postMessage({ firstline: null }, '*'))
  await page.waitForTimeout(200)
  expect(await kept(page)).toEqual({})
  expect(await launcher(page).getAttribute('aria-label')).toBe('IT help desk chat')
}, 60_000)

test('with storage blocked the widget works while the page lives', async () => {
  await welcome()
  const context = await browser.newContext()
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  const page = await context.newPage()
  await page.goto(host)
  await identifies(page, 'blocked', 'Blaise')
  await launcher(page).click()
  await widget(page).getByRole('heading', { name: 'Hello Blaise' }).waitFor()
  await widget(page).getByLabel('What happened?').fill('Where am I?')
  await widget(page).getByRole('button', { name: 'Chat with the help desk' }).click()
  await widget(page).getByText('Your request has the number', { exact: false }).waitFor()
}, 60_000)
