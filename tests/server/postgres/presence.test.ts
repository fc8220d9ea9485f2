import { randomUUID } from 'node:crypto'
import { createPresence } from '../../../server/postgres/presence.ts'
import { aKernel, type Kernel } from '../../support/kernel.ts'

let desk: Kernel
beforeEach(async () => {
  desk = await aKernel()
})
afterEach(() => desk.close())

async function aProcess() {
  const presence = createPresence({ pool: desk.pool, process: randomUUID(), now: desk.now })
  await presence.renew()
  return presence
}

/** An agent who has never been here. */
async function ada() {
  const agent = await desk.agent('Ada')
  await desk.pool.query('delete from presences where person_id = $1', [agent.id])
  return { ...agent, kind: 'agent' as const }
}

/** A requester. */
const aRequester = async () => ({ ...(await desk.requester('Rita')), kind: 'requester' as const })

const isHere = async ({ id }: { id: string }) => {
  await desk.directory.refresh()
  return desk.directory.view().agent(id)?.here
}

test('somebody is here from his first device on, and gone with the last', async () => {
  const [process, agent] = [await aProcess(), await ada()]
  expect(await isHere(agent)).toBe(false)

  expect(await process.arrive('phone', agent)).toEqual({ back: false })
  await process.arrive('laptop', agent)
  expect(await process.leave('phone', agent)).toEqual({ gone: false })
  expect(await process.leave('laptop', agent)).toEqual({ gone: true })
  expect(await process.arrive('laptop', agent)).toEqual({ back: true })
  expect(await isHere(agent)).toBe(true)
})

test('a process that says whom it holds takes nobody the news that he came or went', async () => {
  const [process, rita] = [await aProcess(), await aRequester()]
  const came = process.arrive('tab', rita)
  await process.renew()
  await came
  const left = process.leave('tab', rita)
  await process.renew()
  expect(await left).toEqual({ gone: true })

  const back = process.arrive('tab', rita)
  await process.renew()
  expect(await back).toEqual({ back: true })
})

test('the last two devices that go in the same moment on two processes leave nobody behind', async () => {
  const [one, other, agent] = [await aProcess(), await aProcess(), await ada()]
  for (let trial = 0; trial < 20; trial++) {
    await Promise.all([one.arrive('phone', agent), other.arrive('laptop', agent)])
    const left = await Promise.all([one.leave('phone', agent), other.leave('laptop', agent)])
    expect(left.filter(({ gone }) => gone).length).toBeGreaterThanOrEqual(1)
    const { rows } = await desk.pool.query('select gone_since from standings where agent_id = $1', [agent.id])
    expect(rows[0].gone_since).not.toBeNull()
  }
})

test('whoever goes counts as here for the grace time, and no longer', async () => {
  const [process, agent] = [await aProcess(), await ada()]
  await process.arrive('laptop', agent)
  await process.leave('laptop', agent)

  desk.passes(29)
  expect(await isHere(agent)).toBe(true)
  desk.passes(2)
  expect(await isHere(agent)).toBe(false)
})

test('a process that dies takes its people with it after fifteen seconds; those of others stay', async () => {
  const [dead, alive, agent] = [await aProcess(), await aProcess(), await ada()]
  const rita = await aRequester()
  await Promise.all([dead.arrive('a', agent), dead.arrive('b', rita), alive.arrive('c', rita)])
  desk.passes(16)
  await alive.renew()
  await alive.sweep()

  expect(await goneSince('standings', 'agent_id', agent.id)).toEqual(desk.now())
  expect(await goneSince('requesters', 'id', rita.id)).toBeNull()
})

test('a process that was taken for dead, and is not, has its people again', async () => {
  const [sleepy, other, agent] = [await aProcess(), await aProcess(), await ada()]
  await sleepy.arrive('laptop', agent)
  desk.passes(16)
  await other.renew()
  await other.sweep()
  expect(await goneSince('standings', 'agent_id', agent.id)).not.toBeNull()
  await sleepy.renew()

  expect(await goneSince('standings', 'agent_id', agent.id)).toBeNull()
  expect(await isHere(agent)).toBe(true)
})

test('agents gone for longer than the grace time are named while they own something', async () => {
  const [process, agent, rita] = [await aProcess(), await ada(), await aRequester()]
  await process.arrive('laptop', agent)
  await desk.directory.refresh()
  const conversation = await desk.asks(rita, 'My screen is black')
  await desk.does(agent, conversation, { kind: 'take' })
  await process.leave('laptop', agent)

  desk.passes(29)
  expect(await process.goneAgents(30)).toEqual([])
  desk.passes(1)
  expect(await process.goneAgents(30)).toEqual([agent.id])
  await desk.clock(conversation, { kind: 'lose', agent: agent.id, why: 'gone' })
  expect(await process.goneAgents(30)).toEqual([])
})

test('a waiting requester is an absentee a while after his page was closed, and none when he is back', async () => {
  const [process, rita] = [await aProcess(), await aRequester()]
  await desk.agent('Ada')
  await process.arrive('page', rita)
  const conversation = await desk.asks(rita, 'My screen is black')
  await process.leave('page', rita)
  expect(await process.absentees(10)).toEqual([])
  desk.passes(10)
  expect(await process.absentees(10)).toEqual([{ conversation, absent: true }])

  await desk.clock(conversation, { kind: 'absent' })
  expect(await process.absentees(10)).toEqual([])
  await process.arrive('page', rita)
  expect(await process.absentees(10)).toEqual([{ conversation, absent: false }])
})

async function goneSince(table: string, column: string, id: string): Promise<Date | null> {
  const { rows } = await desk.pool.query(`select gone_since from ${table} where ${column} = $1`, [id])
  return rows[0].gone_since
}
