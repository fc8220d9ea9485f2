import { expect } from '@jest/globals'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey('Rita sees her place move, keeps writing, and leaves a message instead', async ({ desk, requester, agent }) => {
  const ada = await agent('Ada Lovelace', { capacity: 0 })
  const yan = await desk.requester('Yan')
  const zoe = await desk.requester('Zoe')
  const yans = await yan.asks('I am first')
  const zoes = await zoe.asks('I am second')
  const rita = await requester('Rita')
  await rita.asksForHelp('My keyboard is wet.')
  await rita.sees('3rd')
  await comesTo(async () => ada.inbox.getByRole('button', { name: /^Take (Yan|Zoe|Rita)$/ }).allTextContents(), ['Take', 'Take', 'Take'])

  await yan.does(yans, { kind: 'leave' })
  await rita.sees('2nd')
  await rita.says('Now the letter Q is stuck as well.')
  await comesTo(rita.reads, ['You: My keyboard is wet.', 'You: Now the letter Q is stuck as well.'])
  await zoe.does(zoes, { kind: 'leave-message' })
  await rita.sees('1st')

  await rita.frame.getByRole('button', { name: 'Leave a message instead' }).click()
  await rita.sees('Your message is with us')
  await ada.inbox.getByRole('region', { name: 'Messages left' }).getByText('Rita').waitFor()
})

journey('Rita leaves the line after she was asked whether she is sure, and it stays on record', async ({ requester, agent }) => {
  const ada = await agent('Ada Lovelace', { capacity: 0 })
  const rita = await requester('Rita')
  await rita.asksForHelp('The scanner hums.')
  await rita.sees('1st')
  await rita.frame.getByRole('button', { name: 'Leave the line' }).click()
  await rita.frame.getByRole('dialog').getByRole('button', { name: 'Stay' }).click()
  await rita.sees('1st')
  await rita.frame.getByRole('button', { name: 'Leave the line' }).click()
  await rita.frame.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click()
  await rita.sees('You left the line')

  await ada.inbox.getByText('Nobody is waiting.').waitFor()
  await ada.page.getByRole('link', { name: 'Tickets' }).click()
  await ada.page.getByRole('button', { name: 'All', exact: true }).click()
  await ada.page.getByRole('row').filter({ hasText: 'The scanner hums.' }).getByText('Cancelled').waitFor()
})

journey(
  'Rita closes the page, is marked as absent, and finds her place and her words when she comes back',
  async ({ requester, agent }) => {
    const ada = await agent('Ada Lovelace', { capacity: 0 })
    const rita = await requester('Rita')
    await rita.asksForHelp('The beamer is dark.')
    await rita.sees('1st')
    const browser = rita.page.context()
    await rita.page.close()
    await ada.inbox.getByText('Absent').waitFor()

    const back = await rita.comesBackIn(browser)
    await ada.inbox.getByText('Absent').waitFor({ state: 'detached' })
    await back.opens()
    await back.sees('1st')
    expect(await back.reads()).toEqual(['You: The beamer is dark.'])
  },
)

journey('with nobody there Rita is told before she waits; her message becomes a ticket, and the answer finds her', async (stage) => {
  const rita = await stage.requester('Rita')
  await rita.opens()
  await rita.introduces()
  await rita.sees('Nobody is here right now')
  await rita.asks('Please order a new mouse.')
  await rita.sees('Your message is with us')
  await rita.frame.getByText(/^Request INC-\d{6}$/).waitFor()
  await rita.frame.getByRole('button', { name: 'Minimise' }).click()

  const ada = await stage.agent('Ada Lovelace')
  await ada.inbox.getByRole('button', { name: 'Take Rita' }).click()
  await ada.says('Rita', 'It is on its way.')
  await rita.page.getByRole('button', { name: 'IT help desk chat, 1 unread' }).waitFor()
  await rita.opens()
  await rita.sees('It is on its way.')
  await rita.page.getByRole('button', { name: 'IT help desk chat', exact: true }).waitFor()
})
