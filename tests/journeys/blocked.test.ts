import { expect } from '@jest/globals'
import { atWidget } from '../support/at-widget.ts'
import { anIntranet } from '../support/intranet.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey('behind a proxy that lets no WebSocket through Rita is helped all the same', async ({ desk, agent, aBrowserOfOnesOwn }) => {
  const context = await aBrowserOfOnesOwn()
  await context.addInitScript(() => {
    // As a proxy does it: the line is refused, after a moment.
    window.WebSocket = class extends EventTarget {
      onerror: ((event: Event) => void) | null = null
      onclose: (() => void) | null = null
      constructor() {
        super()
        setTimeout(() => {
          this.onerror?.(new Event('error'))
          this.onclose?.()
        }, 50)
      }
      close() {}
      send() {}
    } as unknown as typeof WebSocket
  })
  const ada = await agent('Ada Lovelace')
  const page = await context.newPage()
  await page.goto(`${desk.url}/demo`)
  const rita = atWidget(page, 'Rita')
  await rita.asksForHelp('My proxy is strict.')
  await ada.accepts('Rita')
  await ada.says('Rita', 'Then we take the other way.')
  await rita.sees('Then we take the other way.')
  await rita.says('It works.')
  await ada.pane('Rita').getByText('It works.').waitFor()
  expect(await rita.reads()).toEqual(['You: My proxy is strict.', 'Ada Lovelace: Then we take the other way.', 'You: It works.'])
})

journey('where the network loses parts of the page Rita’s request is sent all the same, and its screen follows', async (stage) => {
  const context = await stage.aBrowserOfOnesOwn()
  const lost = new Set<string>()
  let leaveTunnel = () => {}
  const tunnel = new Promise<void>((resolve) => {
    leaveTunnel = resolve
  })
  await context.route(/\/widget\/(talk-.*\.js|later\.css)/, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (!lost.has(pathname)) {
      lost.add(pathname)
      return route.abort()
    }
    await tunnel
    return route.continue()
  })
  const ada = await stage.agent('Ada Lovelace')
  const page = await context.newPage()
  await page.goto(`${stage.desk.url}/demo`)
  const rita = atWidget(page, 'Rita')
  await rita.opens()
  await rita.introduces()
  await rita.frame.getByLabel('What happened?').fill('My train is in a tunnel.')
  await rita.frame.getByRole('button', { name: 'Chat with the help desk' }).click()
  await rita.frame
    .getByRole('status')
    .getByText(/Sending your request|Loading/)
    .waitFor()
  await ada.accepts('Rita')
  await ada.says('Rita', 'I am here when you are out of it.')
  leaveTunnel()
  await rita.sees('I am here when you are out of it.')
  expect(await rita.reads()).toEqual(['You: My train is in a tunnel.', 'Ada Lovelace: I am here when you are out of it.'])
  expect(
    await rita.log
      .locator('.bubble')
      .first()
      .evaluate((bubble) => getComputedStyle(bubble).borderRadius),
  ).not.toBe('0px')
  expect(lost.size).toBe(2)
})

journey('what her browser gave up comes with one press, in Rita’s language, and what she asked is there', async (stage) => {
  const ada = await stage.agent('Ada Lovelace')
  const intranet = await anIntranet(stage.desk.url, { lang: 'de' })
  const olga = await stage.desk.agent('Olga', { role: 'administrator', wish: 'away' })
  const { version } = await olga.ask('origins:read', {})
  await olga.ask('origins:save', { origins: [intranet.url], version })
  const context = await stage.aBrowserOfOnesOwn()
  const lost = new Set<string>()
  const german = new Set<string>()
  // What the chat stands on is lost once, and Chromium asks for it no more; later its German words are.
  await context.route(/\/widget\/(chunk|de)-\w+\.js/, async (route) => {
    const { pathname } = new URL(route.request().url())
    const { referer = '' } = await route.request().allHeaders()
    if (pathname.includes('/de-')) german.add(pathname)
    const isOfTheChat = pathname.includes('/de-') ? pathname !== [...german][0] : referer.includes('/talk-')
    const what = pathname.includes('/de-') ? 'the words' : 'a part'
    if (!isOfTheChat || lost.has(what)) return route.continue()
    lost.add(what)
    return route.abort()
  })
  try {
    const page = await context.newPage()
    await page.goto(intranet.url)
    await page.getByRole('button', { name: 'IT-Helpdesk-Chat' }).click()
    const frame = page.frameLocator('iframe[title="IT-Helpdesk"]')
    await frame.getByLabel('Ihr Name').fill('Rita')
    await frame.getByLabel('Ihre E-Mail-Adresse').fill('rita@example.com')
    await frame.getByRole('button', { name: 'Weiter' }).click()
    await frame.getByLabel('Was ist passiert?').fill('Der Zug steht.')
    await frame.getByRole('button', { name: 'Mit dem Helpdesk chatten' }).click()
    await frame.getByText('Nicht alles wurde geladen.').waitFor()
    await ada.accepts('Rita')
    await frame.getByRole('button', { name: 'Noch einmal versuchen' }).click()
    await frame.getByRole('log', { name: 'Der Chat' }).getByText('Der Zug steht.').waitFor()
    await frame.getByRole('textbox', { name: 'Ihre Nachricht' }).waitFor()
    expect([...lost]).toEqual(['a part', 'the words'])
  } finally {
    intranet.close()
  }
})
