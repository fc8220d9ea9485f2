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
