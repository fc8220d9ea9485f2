import { expect } from '@jest/globals'
import type { FrameLocator, Page } from 'playwright-core'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey('somebody who hears the widget is told where he is, what he may do, and each new message once', async ({ agent, requester }) => {
  const ada = await agent('Ada Lovelace')
  const rita = await requester('Rita')
  await rita.page.keyboard.press('Tab')
  await rita.opens()
  await rita.frame.getByLabel('Your name').waitFor()
  await rita.sees('1 person is here')
  expect(await heardIn(rita.frame)).toMatchSnapshot('the door')

  await rita.introduces()
  await rita.frame.getByLabel('What is it about?').waitFor()
  await paperclip(rita.frame)
  expect(await heardIn(rita.frame)).toMatchSnapshot('home')

  await rita.asks('My screen is black')
  await rita.sees('in line')
  await rita.frame.getByText('Sent').or(rita.frame.getByText('Seen')).first().waitFor()
  await paperclip(rita.frame)
  expect(await heardIn(rita.frame)).toMatchSnapshot('waiting')

  await ada.accepts('Rita')
  await rita.frame.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()
  await listens(rita.page)
  await ada.says('Rita', 'Is it plugged in?')
  await rita.sees('Is it plugged in?')
  await rita.says('It is not.')
  await rita.frame.locator('.message.ours').last().getByText('Seen').waitFor()
  await ada.says('Rita', 'There you are.')
  await rita.sees('There you are.')
  expect((await readOut(rita.page)).filter((text) => /plugged|It is not|There you/.test(text))).toEqual([
    'Ada Lovelace: Is it plugged in?',
    'You: It is not.',
    'Ada Lovelace: There you are.',
  ])
  expect(await heardIn(rita.frame)).toMatchSnapshot('chat')

  await rita.page.keyboard.press('Escape')
  expect(await rita.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel)).toBe('IT help desk chat')
})

/** What files need is fetched after what words need. */
const paperclip = (frame: FrameLocator) => frame.getByRole('button', { name: 'Attach files' }).waitFor()

/** What a screen reader finds, without what differs from day to day. */
async function heardIn(frame: FrameLocator) {
  const tree = await frame.locator('body').ariaSnapshot()
  return tree.replace(/\d\d:\d\d/g, 'HH:MM')
}

/** Notes what is added to the log from now on: that is what is read out. */
async function listens(page: Page) {
  await frameOf(page).evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) {
          const bubbles = node instanceof Element ? [...node.querySelectorAll('.bubble')] : []
          for (const bubble of bubbles) heard.push(bubble.textContent ?? '')
        }
    }).observe(document.querySelector('[role=log]') ?? document, { childList: true, subtree: true })
  })
}

const readOut = (page: Page) => frameOf(page).evaluate(() => (window as unknown as { heard: string[] }).heard)

function frameOf(page: Page) {
  const frame = page.frames().find((one) => one.url().includes('/widget/frame'))
  if (!frame) throw new Error('There is no widget')
  return frame
}
