import { expect } from '@jest/globals'
import { atWidget } from '../support/at-widget.ts'
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
