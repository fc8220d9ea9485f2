import { expect } from '@jest/globals'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { anInspection } from '../support/axe.ts'
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

journey(
  'somebody who hears the console finds everything by name, and it is all there at 400 %, without colours, without motion',
  async ({ desk, agent }) => {
    const ada = await agent('Ada Lovelace', { role: 'administrator', capacity: 1 })
    const { page } = ada
    const main = page.getByRole('main')
    const rita = await desk.requester('Rita')
    const chat = await rita.asks('The projector hums, see https://intranet.example/projector', desk.topic)
    await ada.accepts('Rita')
    await rita.says(chat, 'It is the one in room 4.')
    await ada.notes('Rita', 'Lamp?')
    await ada.says('Rita', 'I am looking.')
    await (await desk.requester('Sven')).asks('My badge does not open the door', desk.topic)
    await ada.inbox.getByRole('button', { name: 'Take Sven' }).waitFor()
    await ada.pane('Rita').locator('.message.ours').getByText('Sent').waitFor()
    await ada.pane('Rita').getByRole('button', { name: 'Attach files' }).waitFor()
    await page.getByRole('tabpanel').getByText('INC-000001').waitFor()
    await page.getByRole('button', { name: 'Ask a colleague' }).waitFor()
    const seen = anInspection()
    const screen = async (name: string) => {
      expect(await toldIn(main)).toMatchSnapshot(name)
      await seen.looksClosely(name, page)
    }
    await screen('a chat, and who waits')

    await page.getByRole('switch', { name: 'Availability: Available' }).click()

    await page.getByRole('switch', { name: 'Availability: Away' }).waitFor()

    await ada.ends('Rita')
    await ada.pane('Rita').getByLabel('Outcome').waitFor()
    await ada.sees('as the last word was an answer')
    await screen('wrapping up')
    await ada.wrapsUp('Rita', 'Solved', 'A new lamp.')

    await page.getByRole('link', { name: 'Tickets' }).click()
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await page.getByRole('row').filter({ hasText: 'The projector hums' }).getByText('Resolved').waitFor()
    await screen('tickets')
    await page.getByRole('link', { name: 'INC-000001' }).click()
    await page.getByRole('heading', { name: /The projector hums/ }).waitFor()
    await page.getByText('The ticket was logged.').waitFor()
    await page.getByText('Here now', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Ask a colleague' }).waitFor()
    await screen('a ticket')
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Teams', exact: true }).click()
    await page.getByRole('button', { name: 'Service desk' }).waitFor()
    await screen('teams')
    seen.endsWell()
  },
)

/** What files need is fetched after what words need. */
const paperclip = (frame: FrameLocator) => frame.getByRole('button', { name: 'Attach files' }).waitFor()

/** What a screen reader finds, without what differs from day to day. */
async function heardIn(frame: FrameLocator) {
  const tree = await frame.locator('body').ariaSnapshot()
  return tree.replace(/\d\d:\d\d/g, 'HH:MM')
}

/** The same for the console, without what time makes of it. */
async function toldIn(place: Locator) {
  const tree = await place.ariaSnapshot()
  return (
    tree
      .replace(/\d\d? \w{3,9} \d{4}(, \d\d:\d\d)?/g, 'DATE')
      .replace(/\b\d+:\d\d\b/g, 'TIME')
      // How long it took is told once it took a minute.
      .replace(/(- text: .*) \d+ min$/gm, '$1')
      .replace(/\b(now|\d+ (s|min))\b/g, 'AGO')
      .replace(/\b(on time|slow|late)\b/g, 'STANDING')
      .replace(/#\/chats\/[\w-]+/g, '#/chats/ID')
  )
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
