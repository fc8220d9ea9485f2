import { eventually } from '../../../support/eventually.ts'
import { aLine, type TestLine } from '../../../support/line.ts'
import { refusedWith } from '../../../support/refused.ts'

let desk: TestLine
beforeEach(async () => {
  desk = await aLine()
})
afterEach(async () => {
  await desk.close()
  expect(desk.bugs).toEqual([])
})

test('who asks is offered to who is there, and the offer says why', async () => {
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const conversation = await desk.asks(rita)

  await eventually(() => desk.heard(ada, 'offer:made').length === 1)
  expect(desk.heard(ada, 'offer:made')[0]).toMatchObject({
    conversation: { id: conversation, subject: 'My screen is black', requester: { name: 'Rita', verified: false } },
    until: '2026-01-05T09:00:30.000Z',
    why: { load: 0, capacity: 5, idleSeconds: 0, over: 'nobody' },
  })
})

test('an offer that nobody answers expires, and a late accept is refused', async () => {
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const conversation = await desk.asks(rita)
  const offer = await ringsFor(ada)
  await desk.passes(31)

  expect(await desk.ringing(ada)).toEqual([])
  expect(desk.heard(ada, 'offer:over')).toEqual([{ offer, conversation, why: 'expired' }])
  await refusedWith('offer-over', desk.does(ada, conversation, { kind: 'accept', offer }))
  expect((await desk.standing(ada)).load).toBe(0)
})

test('an offer that comes to nothing costs nobody his place as the one who has been idle longest', async () => {
  const ada = await desk.agent('Ada')
  const began = await idleSince(ada)
  const rita = await desk.requester('Rita')
  const conversation = await desk.asks(rita)
  await ringsFor(ada)
  await desk.passes(10)
  await desk.does(rita, conversation, { kind: 'leave' })
  expect(await idleSince(ada)).toEqual(began)

  const next = await desk.asks(rita)
  await desk.does(ada, next, { kind: 'accept', offer: await ringsFor(ada) })
  expect(await idleSince(ada)).toEqual(desk.now())
  await desk.passes(10)
  await desk.does(ada, next, { kind: 'resolve', code: 'solved', resolution: 'A new cable' })
  expect(await idleSince(ada)).toEqual(desk.now())
})

async function idleSince(agent: { id: string }): Promise<Date> {
  const { rows } = await desk.pool.query('select idle_since from standings where agent_id = $1', [agent.id])
  return rows[0]?.idle_since
}

test('whoever declined is not asked again at once; a colleague is', async () => {
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const conversation = await desk.asks(rita)
  const offer = await ringsFor(ada)
  const ben = await desk.agent('Ben')
  await desk.does(ada, conversation, { kind: 'decline', offer, reason: 'On the phone' })

  await ringsFor(ben)
  expect(await desk.ringing(ada)).toEqual([])
})

test('where nobody else is there, whoever declined is asked again after two minutes', async () => {
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const conversation = await desk.asks(rita)
  await desk.does(ada, conversation, { kind: 'decline', offer: await ringsFor(ada), reason: '' })
  await desk.passes(60)
  expect(await desk.ringing(ada)).toEqual([])
  await desk.passes(61)

  await ringsFor(ada)
})

test('one that everybody there has declined does not hold up the next', async () => {
  const [ada, rita, sam] = [await desk.agent('Ada'), await desk.requester('Rita'), await desk.requester('Sam')]
  const first = await desk.asks(rita)
  await desk.does(ada, first, { kind: 'decline', offer: await ringsFor(ada), reason: '' })
  const second = await desk.asks(sam)

  await eventually(async () => (await desk.ringing(ada)).some(({ conversation }) => conversation === second))
})

test('after two missed in a row the agent is set away, and told why', async () => {
  const [ada, rita, sam] = [await desk.agent('Ada', { capacity: 1 }), await desk.requester('Rita'), await desk.requester('Sam')]
  await desk.asks(rita)
  await ringsFor(ada)
  await desk.passes(31)
  await desk.asks(sam)
  await ringsFor(ada)
  await desk.passes(31)

  expect(await desk.standing(ada)).toMatchObject({ wish: 'away', load: 0 })
  expect(desk.heard(ada, 'standing:changed').at(-1)).toMatchObject({ wish: 'away', why: 'missed' })
  await desk.passes(200)
  expect(await desk.ringing(ada)).toEqual([])
})

test('taking by hand beats an offer, and the ringing stops', async () => {
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const conversation = await desk.asks(rita)
  const offer = await ringsFor(ada)
  const ben = await desk.agent('Ben')
  await desk.does(ben, conversation, { kind: 'take' })

  expect(desk.heard(ada, 'offer:over')).toEqual([{ offer, conversation, why: 'taken' }])
  await refusedWith('taken-by-other', desk.does(ada, conversation, { kind: 'accept', offer }))
  expect([(await desk.standing(ada)).load, (await desk.standing(ben)).load]).toEqual([0, 1])
})

test('whoever goes away hands on what rings for him', async () => {
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const conversation = await desk.asks(rita)
  const offer = await ringsFor(ada)
  const ben = await desk.agent('Ben')
  await desk.kernel.line.wish(ada, 'away')

  await ringsFor(ben)
  expect(await desk.standing(ada)).toMatchObject({ wish: 'away', load: 0, missed: 0 })
  // Nothing is told in words of one language: each reads it in his own.
  expect(desk.heard(ada, 'offer:over')).toEqual([{ offer, conversation, why: 'agent-away' }])
})

test('a requester who leaves the line is not offered to anyone', async () => {
  const ada = await desk.agent('Ada', { capacity: 1 })
  const [rita, sam] = [await desk.requester('Rita'), await desk.requester('Sam')]
  const first = await desk.asks(rita)
  const offer = await ringsFor(ada)
  const second = await desk.asks(sam)
  await desk.does(sam, second, { kind: 'leave' })
  await desk.does(ada, first, { kind: 'accept', offer })
  await desk.does(ada, first, { kind: 'end' })
  await desk.passes(5)

  expect(await desk.ringing(ada)).toEqual([])
})

test('those who wait are told when their place moves', async () => {
  const ada = await desk.agent('Ada', { capacity: 1 })
  const [rita, sam, tom] = [await desk.requester('Rita'), await desk.requester('Sam'), await desk.requester('Tom')]
  const first = await desk.asks(rita)
  const offer = await ringsFor(ada)
  await desk.passes(1)
  await desk.asks(sam)
  await desk.passes(1)
  const third = await desk.asks(tom)
  expect(await desk.kernel.line.place(await desk.state(third))).toMatchObject({ place: 3 })
  await desk.does(ada, first, { kind: 'accept', offer })

  await eventually(() => desk.heard(tom, 'place:moved').at(-1)?.place === 2)
  expect(desk.heard(sam, 'place:moved').at(-1)).toMatchObject({ place: 1 })
})

test('a pressing ticket passes others by, and whoever has waited long enough stays before it', async () => {
  const ada = await desk.agent('Ada', { capacity: 0 })
  const people = [await desk.requester('Rita'), await desk.requester('Sam'), await desk.requester('Tom')]
  const rita = await desk.asks(people[0] ?? fail())
  await desk.passes(31 * 60)
  const sam = await desk.asks(people[1] ?? fail())
  const tom = await desk.asks(people[2] ?? fail())
  await desk.does(ada, tom, { kind: 'classify', impact: 'medium', urgency: 'high' })

  const places = await Promise.all([rita, tom, sam].map(async (id) => (await desk.kernel.line.place(await desk.state(id)))?.place))
  expect(places).toEqual([1, 2, 3])
})

test('one that is sent to another team is offered there at once, at its old age', async () => {
  const ada = await desk.agent('Ada', { capacity: 0 })
  const network = await desk.aTeam('Network')
  const ben = await desk.agent('Ben', { teams: [network] })
  const conversation = await desk.asks(await desk.requester('Rita'))
  await desk.passes(60)
  await desk.does(ada, conversation, { kind: 'transfer', to: { team: network }, comment: 'The cable' })

  await ringsFor(ben)
  expect(await desk.state(conversation)).toMatchObject({ team: network, waitingSince: '2026-01-05T09:00:00.000Z' })
})

test('how long somebody waited is known afterwards, from where he stood', async () => {
  const ada = await desk.agent('Ada', { capacity: 1 })
  const [rita, sam] = [await desk.requester('Rita'), await desk.requester('Sam')]
  const first = await desk.asks(rita)
  await desk.does(ada, first, { kind: 'take' })
  const second = await desk.asks(sam)
  await desk.passes(90)
  await desk.does(ada, first, { kind: 'end' })
  await desk.does(ada, second, { kind: 'accept', offer: await ringsFor(ada) })

  await eventually(async () => (await desk.kernel.rows.waits(desk.team, 9)).length === 2)
  expect(await desk.kernel.rows.waits(desk.team, 9)).toEqual([
    { ahead: 1, places: 1, seconds: 90 },
    { ahead: 0, places: 1, seconds: 0 },
  ])
})

test('what everybody sees at the door changes when the first comes and the last goes', async () => {
  const doors = () => desk.told.flatMap((one) => (one.announcement === 'reception:changed' ? [one.news] : []))
  const ada = await desk.agent('Ada')
  await eventually(() => doors().at(-1)?.open === true)
  await desk.kernel.line.wish(ada, 'away')

  await eventually(() => doors().at(-1)?.open === false)
  await refusedWith('desk-closed', desk.asks(await desk.requester('Rita')))
})

async function ringsFor(agent: Parameters<TestLine['ringing']>[0]): Promise<string> {
  await eventually(async () => (await desk.ringing(agent)).length > 0)
  return (await desk.ringing(agent))[0]?.offer ?? fail()
}

function fail(): never {
  throw new Error('It is not there')
}
