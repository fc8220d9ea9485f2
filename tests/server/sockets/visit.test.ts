import { aDesk, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await aDesk()
})
afterEach(() => desk.close())

test('a widget starts from one look: who I am, whether somebody is there, and what of mine is open', async () => {
  const rita = await desk.requester('Rita')
  expect((await rita.ask('visit:look', {})).reception).toMatchObject({ open: false, topics: [{ id: desk.topic, open: false, here: 0 }] })
  const ada = await desk.agent('Ada')
  await eventually(async () => (await rita.ask('visit:look', {})).reception.open)
  const conversation = await rita.asks('My screen is black', desk.topic)
  await ada.does(conversation, { kind: 'take' })
  await ada.does(conversation, { kind: 'note', text: 'She is loud' })
  await ada.says(conversation, 'Good morning')
  const look = await rita.ask('visit:look', {})

  expect(look.reopenDays).toBe(7)
  expect(look.me).toMatchObject({ id: rita.id, name: 'Rita', verified: false })
  expect(look.conversations).toMatchObject([
    { id: conversation, status: 'active', subject: 'My screen is black', agent: { name: 'Ada' }, last: 4, unread: 1 },
  ])
  expect(JSON.stringify(look)).not.toContain('loud')
  await refusedWith('not-allowed', ada.ask('visit:look', {}))
})

test('a transcript holds what the requester saw, and opens for nobody else', async () => {
  const [ada, rita, eve] = [await desk.agent('Ada'), await desk.requester('Rita'), await desk.requester('Eve')]
  const conversation = await rita.asks('My screen is black\nsince nine', desk.topic)
  await ada.does(conversation, { kind: 'take' })
  await ada.does(conversation, { kind: 'note', text: 'She is loud' })
  await ada.says(conversation, 'Good morning')
  await ada.does(conversation, { kind: 'resolve', code: 'solved', resolution: 'A new cable' })
  const { entries } = await rita.ask('visit:transcript', { conversation })

  expect(entries.map(({ kind }) => kind)).toEqual(['opened', 'said', 'assigned', 'said', 'ended', 'resolved'])
  expect(JSON.stringify(entries)).not.toContain('loud')
  await refusedWith('not-found', eve.ask('visit:transcript', { conversation }))
})
