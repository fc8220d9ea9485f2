import { aDesk, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await aDesk()
})
afterEach(() => desk.close())

test('a console starts from one look: who I am, my chats, who waits, what rings', async () => {
  const ada = await desk.agent('Ada', { capacity: 2 })
  const [rita, sam, tom] = [await desk.requester('Rita'), await desk.requester('Sam'), await desk.requester('Tom')]
  const mine = await rita.asks('My screen is black', desk.topic)
  await ada.does(mine, { kind: 'take' })
  await rita.says(mine, 'Are you there?')
  const ringing = await sam.asks('My mouse is gone', desk.topic)
  await eventually(async () => (await ada.ask('desk:look', {})).offers.length === 1)
  const waiting = await tom.asks('My keyboard sticks', desk.topic)
  const look = await ada.ask('desk:look', {})

  expect(look.me).toMatchObject({
    id: ada.id,
    name: 'Ada',
    role: 'agent',
    teams: [desk.team],
    standing: { capacity: 2, load: 2, wish: 'available' },
  })
  expect(look.teams).toEqual([{ id: desk.team, name: 'Service desk', tier: 1, open: true, topics: [{ id: desk.topic, name: 'Computer' }] }])
  expect(look.mine).toMatchObject([{ id: mine, subject: 'My screen is black', status: 'active', unread: 2 }])
  expect(look.line.map(({ id }) => id)).toEqual([ringing, waiting])
  expect(look.offers).toMatchObject([{ conversation: { id: ringing }, why: 'You carry 1 of 2, and nobody else can take it now.' }])
  expect(look.colleagues).toMatchObject([{ id: ada.id, here: true, load: 2 }])
})

test('requesters and agents of other teams see nothing of it', async () => {
  await desk.agent('Ada')
  const rita = await desk.requester('Rita')
  await rita.asks('My screen is black', desk.topic)
  const eve = await desk.agent('Eve', { teams: [] })

  await refusedWith('not-allowed', rita.ask('desk:look', {}))
  expect((await eve.ask('desk:look', {})).line).toEqual([])
})

test('what happens in the line reaches the team at once', async () => {
  const ada = await desk.agent('Ada')
  const ben = await desk.agent('Ben', { wish: 'away' })
  const rita = await desk.requester('Rita')
  const conversation = await rita.asks('My screen is black', desk.topic)

  await eventually(() => ada.heard.some(({ name }) => name === 'offer:made'))
  await eventually(() => ben.heard.some(({ name, news }) => name === 'conversation:changed' && JSON.stringify(news).includes(conversation)))
  await ben.ask('agent:wish', { wish: 'available' })
  await eventually(() =>
    ada.heard.some(({ name, news }) => name === 'colleague:changed' && JSON.stringify(news).includes('"wish":"available","here":true')),
  )
  expect(rita.heard.filter(({ name }) => /^(conversation|offer|colleague|standing):(changed|made)/.test(name))).toEqual([])
})

test('why a conversation went where it went is told in words, with everybody who was not asked', async () => {
  const ada = await desk.agent('Ada')
  await desk.agent('Ben', { wish: 'away' })
  const rita = await desk.requester('Rita')
  const conversation = await rita.asks('My screen is black', desk.topic)
  const offer = await ringsFor(ada)
  const now = async () => (await ada.ask('conversation:why', { conversation })).now
  expect(await now()).toMatch(/^Offered to Ada, \d+ s left\.$/)
  await ada.does(conversation, { kind: 'decline', offer, reason: 'On the phone' })
  expect(await now()).toMatch(/^Ada let it go by and is asked again in \d+ s\.$/)
  await ada.does(conversation, { kind: 'take' })

  const { decisions, now: none } = await ada.ask('conversation:why', { conversation })
  expect(none).toBeNull()
  expect(decisions.map(({ what }) => what)).toEqual(['Offered to Ada.', 'Ada declined.', 'Ada has it.'])
  expect(decisions[0]?.why).toEqual([
    expect.stringMatching(/^Ada carried 0 of 5 and was free for \d+ s: the least loaded, then the longest idle\.$/),
    'Ben was away.',
  ])
  expect(decisions[1]?.why).toEqual(['On the phone'])
})

test('why somebody still waits: nobody is there, nobody has a place, others are before', async () => {
  const ada = await desk.agent('Ada', { capacity: 1 })
  const [rita, sam] = [await desk.requester('Rita'), await desk.requester('Sam')]
  await rita.asks('My screen is black', desk.topic)
  await ringsFor(ada)
  const conversation = await sam.asks('My mouse is gone', desk.topic)
  expect((await ada.ask('conversation:why', { conversation })).now).toBe('Ada has no free place. 1 before it.')
  await ada.ask('agent:wish', { wish: 'away' })

  expect((await ada.ask('conversation:why', { conversation })).now).toBe('Nobody of Service desk is available.')
})

test('whoever may not see a conversation is not told why it waits', async () => {
  await desk.agent('Ada')
  const rita = await desk.requester('Rita')
  const conversation = await rita.asks('My screen is black', desk.topic)
  const eve = await desk.agent('Eve', { teams: [] })

  await refusedWith('not-found', eve.ask('conversation:why', { conversation }))
  await refusedWith('not-allowed', rita.ask('conversation:why', { conversation }))
})

async function ringsFor(agent: Awaited<ReturnType<TestDesk['agent']>>) {
  await eventually(async () => (await agent.ask('desk:look', {})).offers.length > 0)
  return (await agent.ask('desk:look', {})).offers[0]?.offer ?? ''
}
