import { randomUUID } from 'node:crypto'
import { whyWaiting } from '../../../../server/desk/line/explaining.ts'
import type { Helping, Requesting } from '../../../../shared/people.ts'
import type { TeamRouting } from '../../../../shared/team-routing.ts'
import { eventually } from '../../../support/eventually.ts'
import { aLine, type TestLine } from '../../../support/line.ts'

let desk: TestLine
beforeAll(async () => {
  desk = await aLine()
})
afterAll(async () => {
  await desk.close()
  expect(desk.bugs).toEqual([])
})
// Each story has a team of its own.
let team: TestLine['team']
let topic: string
beforeEach(async () => {
  team = await desk.aTeam(`Team ${randomUUID()}`)
  topic = await aTopic(null)
})

async function aTopic(needs: object[] | null) {
  const id = randomUUID()
  await desk.pool.query('insert into topics (id, team_id, name, needs) values ($1, $2, $3, $4)', [id, team, 'Topic', json(needs)])
  return id
}

async function routed(routing: Partial<TeamRouting>) {
  await desk.pool.query('update teams set routing = $2 where id = $1', [team, json(routing)])
  await desk.kernel.setUpAnew('routing')
}

async function anAgent(name: string, { capacity = 5, skills = {} }: { capacity?: number; skills?: object } = {}) {
  const agent = await desk.agent(name, { capacity, teams: [team], wish: 'away' })
  await desk.pool.query('update agents set skills = $2 where id = $1', [agent.id, json(skills)])
  await desk.kernel.line.wish(agent, 'available')
  return agent
}

async function asks(who: Requesting, about = topic) {
  const id = randomUUID()
  const act = { kind: 'open', topic: about, text: 'Help', entrance: 'line' } as const
  await desk.kernel.conversations.change({ conversation: id, who, act, id })
  return id
}

const json = (value: object | null) => value && JSON.stringify(value)
const ringsFor = (agent: Helping, conversation: string) =>
  eventually(async () => (await desk.ringing(agent)).some((one) => one.conversation === conversation))
const has = (agent: Helping, conversation: string) => eventually(async () => (await desk.state(conversation)).agent === agent.id)

test('who needs SAP waits for somebody who knows it, stands before nobody else, and is given to anybody once the line widens', async () => {
  const sap = await aTopic([{ skill: 'SAP', level: 3, required: true }])
  await routed({ widenAfterSeconds: 120 })
  const ben = await anAgent('Ben', { skills: { sap: 2 } })
  const [rita, sam] = [await desk.requester('Rita'), await desk.requester('Sam')]
  const first = await asks(rita, sap)
  const second = await asks(sam)

  await ringsFor(ben, second)
  const state = await desk.state(first)
  expect(state.offer).toBeNull()
  const around = { before: 0, candidates: await desk.kernel.rows.candidates(team), now: desk.now(), desk: desk.kernel.directory() }
  const widensAt = new Date(Date.parse(state.waitingSince ?? '') + 120_000).toISOString()
  expect(whyWaiting(state, around)).toEqual({ kind: 'nobody-skilled', skills: ['SAP'], widensAt })

  await desk.redis.flush()
  await desk.passes(1)
  await eventually(async () => (await desk.fast.kinds(team)).get(first) === 'skills sap 3')
  expect(await desk.ringing(ben)).toHaveLength(1)

  await desk.passes(120)
  await ringsFor(ben, first)
  expect((await desk.fast.kinds(team)).size).toBe(0)
})

test('where a team assigns, nothing rings, and the reasons are kept all the same', async () => {
  await routed({ assignment: 'automatic', method: 'round-robin' })
  const ada = await anAgent('Ada')
  const conversation = await asks(await desk.requester('Rita'))

  await has(ada, conversation)
  expect(desk.heard(ada, 'offer:made')).toEqual([])
  const { rows } = await desk.pool.query("select kind, data from entries where conversation_id = $1 and kind in ('offered', 'assigned')", [
    conversation,
  ])
  expect(rows.map(({ kind }) => kind).sort()).toEqual(['assigned', 'offered'])
  expect(rows.find(({ kind }) => kind === 'offered').data.why).toMatchObject({ rule: 'round-robin', able: 1 })
  expect((await desk.standing(ada)).load).toBe(1)
})

test('agents of a team that picks by hand are asked about nothing', async () => {
  await routed({ method: 'manual' })
  const ada = await anAgent('Ada')
  const conversation = await asks(await desk.requester('Rita'))
  await desk.passes(10)

  expect(await desk.ringing(ada)).toEqual([])
  await desk.does(ada, conversation, { kind: 'take' })
  expect((await desk.state(conversation)).agent).toBe(ada.id)
})

test('Rita comes back to Ada, though Ben has less to do; once Ada is away, Ben has her', async () => {
  await routed({ assignment: 'automatic', keepForSeconds: 60 })
  const ada = await anAgent('Ada', { capacity: 2 })
  const rita = await desk.requester('Rita')
  const before = await asks(rita)
  await has(ada, before)
  await desk.does(ada, before, { kind: 'end' })
  await has(ada, await asks(await desk.requester('Una')))
  const ben = await anAgent('Ben')

  const again = await asks(rita)
  await has(ada, again)
  expect((await desk.state(again)).keptFor).toBeNull()

  await desk.does(ada, again, { kind: 'end' })
  await desk.kernel.line.wish(ada, 'away')
  await has(ben, await asks(rita))
})

test('once Ada said that she does not take it, or did not answer, Rita is kept for her no longer', async () => {
  await routed({ keepForSeconds: 3600, offerSeconds: 20, reofferAfterSeconds: 600 })
  const ada = await anAgent('Ada')
  const rita = await desk.requester('Rita')
  const before = await asks(rita)
  await ringsFor(ada, before)
  await desk.does(ada, before, { kind: 'take' })
  await desk.does(ada, before, { kind: 'end' })
  const ben = await anAgent('Ben')

  const again = await asks(rita)
  await ringsFor(ada, again)
  const { offer } = await desk.state(again)
  await desk.does(ada, again, { kind: 'decline', offer: offer?.id ?? '', reason: '' })
  await ringsFor(ben, again)
  await desk.does(rita, again, { kind: 'leave' })

  const third = await asks(rita)
  await ringsFor(ada, third)
  await desk.passes(21)
  await ringsFor(ben, third)
})

test('a chat that rests leaves room for another, and loads are exact when it goes on', async () => {
  await routed({ assignment: 'automatic', weights: { awaiting: 0.3, held: 0, 'wrap-up': 1 } })
  const ada = await anAgent('Ada', { capacity: 1 })
  const [rita, sam] = [await desk.requester('Rita'), await desk.requester('Sam')]
  const first = await asks(rita)
  await has(ada, first)
  const second = await asks(sam)
  const load = async () => (await desk.standing(ada)).load

  await desk.does(ada, first, { kind: 'say', text: 'Is the lamp on?' })
  expect(await load()).toBe(0.3)
  await desk.does(ada, first, { kind: 'hold' })
  await has(ada, second)
  expect(await load()).toBe(1)
  await desk.does(rita, first, { kind: 'say', text: 'It is' })
  expect(await load()).toBe(2)
  await desk.does(ada, first, { kind: 'end' })
  expect(await load()).toBe(2)
  await desk.does(ada, first, { kind: 'resolve', code: 'solved', resolution: 'A new lamp' })
  expect(await load()).toBe(1)
})

test('a requester who must not wait comes before those who came first, but not before one who has waited for long', async () => {
  const [rita, sam, una] = [await desk.requester('Rita'), await desk.requester('Sam'), await desk.requester('Una')]
  const ada = await anAgent('Ada', { capacity: 0 })
  const longest = await asks(rita)
  await desk.passes(31 * 60)
  const before = await asks(sam)
  const favoured = await asks({ ...una, vip: true })
  await desk.pool.query('update standings set capacity = 5 where agent_id = $1', [ada.id])
  expect((await desk.kernel.rows.waiting(team, 9)).map(({ conversation }) => conversation)).toEqual([longest, favoured, before])
  await eventually(async () => (await desk.fast.first(team, 9)).join() === [longest, favoured, before].join())
})
