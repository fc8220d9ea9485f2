import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aDesk, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.close())

test('when Rita sends again what was kept already, those who missed it hear how far the chat is', async () => {
  const ada = await desk.agent('Ada', { wish: 'available' })
  const rita = await desk.requester('Rita')
  const chat = await rita.asks('It beeps')
  await ada.ask('conversation:open', { conversation: chat })
  const id = randomUUID()
  await rita.does(chat, { kind: 'say', text: 'Once' }, id)
  await rita.does(chat, { kind: 'say', text: 'Once' }, id)

  await eventually(() => ada.heard.some(({ name, news }) => name === 'numbers:repeated' && (news as { public: number }).public === 3))
  expect(ada.heard.filter(({ name, news }) => name === 'entries:added' && (news as { lane: string }).lane === 'public')).toHaveLength(1)
})
