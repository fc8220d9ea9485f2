import { firstAdministratorLink } from '../../../server/postgres/first-administrator.ts'
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
  expect(look.offers).toMatchObject([{ conversation: { id: ringing }, why: { load: 1, capacity: 2, over: 'nobody' } }])
  expect(look.colleagues).toMatchObject([{ id: ada.id, here: true, load: 2 }])
})

test('requesters and agents of other teams see nothing of it', async () => {
  await desk.agent('Ada')
  const rita = await desk.requester('Rita')
  await rita.asks('My screen is black', desk.topic)
  await firstAdministratorLink(desk.pool, 'http://localhost')
  const eve = await desk.agent('Eve', { teams: [] })

  await refusedWith('not-allowed', rita.ask('desk:look', {}))
  expect(await rita.ask('desk:ping', {})).toBeNull()
  expect((await eve.ask('desk:look', {})).line).toEqual([])
  // Who is to be the first administrator is no colleague before he has come.
  expect((await eve.ask('desk:look', {})).colleagues.map(({ name }) => name)).not.toContain('Administrator')
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

test('why a conversation went where it went is told, with everybody who was not asked', async () => {
  const ada = await desk.agent('Ada')
  const ben = await desk.agent('Ben', { wish: 'away' })
  const rita = await desk.requester('Rita')
  const conversation = await rita.asks('My screen is black', desk.topic)
  const offer = await ringsFor(ada)
  const now = async () => (await ada.ask('conversation:why', { conversation })).now
  expect(await now()).toEqual({ kind: 'offered', agent: ada.id, seconds: expect.any(Number) })
  await ada.does(conversation, { kind: 'decline', offer, reason: 'On the phone' })
  expect(await now()).toEqual({ kind: 'in-turn', unable: [{ agent: ada.id, askedAgainIn: expect.any(Number) }], before: 0 })
  await ada.does(conversation, { kind: 'take' })

  const { decisions, names, now: none } = await ada.ask('conversation:why', { conversation })
  expect(none).toBeNull()
  expect(decisions).toMatchObject([
    {
      kind: 'offered',
      agent: ada.id,
      why: { chosen: { agent: ada.id, load: 0, capacity: 5 }, others: [{ agent: ben.id, why: 'away' }] },
    },
    { kind: 'declined', agent: ada.id, body: { reason: 'On the phone' } },
    { kind: 'assigned', agent: ada.id, how: 'take' },
  ])
  expect(names).toEqual([
    { id: ada.id, name: 'Ada' },
    { id: ben.id, name: 'Ben' },
  ])
})

test('why somebody still waits: nobody is there, nobody has a place, others are before', async () => {
  const ada = await desk.agent('Ada', { capacity: 1 })
  const [rita, sam] = [await desk.requester('Rita'), await desk.requester('Sam')]
  await rita.asks('My screen is black', desk.topic)
  await ringsFor(ada)
  const conversation = await sam.asks('My mouse is gone', desk.topic)
  const full = { kind: 'in-turn', unable: [{ agent: ada.id, askedAgainIn: null }], before: 1 }
  expect((await ada.ask('conversation:why', { conversation })).now).toEqual(full)
  await ada.ask('agent:wish', { wish: 'away' })

  const { now, names } = await ada.ask('conversation:why', { conversation })
  expect(now).toEqual({ kind: 'nobody-available', team: desk.team })
  expect(names).toEqual([{ id: desk.team, name: 'Service desk' }])
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
