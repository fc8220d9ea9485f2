import type { LineRows } from '../../../../server/desk/line/line-ports.ts'
import { createReconciler } from '../../../../server/desk/line/reconciling.ts'
import { eventually } from '../../../support/eventually.ts'
import { aLine, type TestLine } from '../../../support/line.ts'

let desk: TestLine
beforeEach(async () => {
  desk = await aLine()
})
afterEach(async () => {
  await desk.close()
  expect(desk.bugs).toEqual([])
})

const lineInRedis = () => desk.client.zRange(`{firstline}:line:${desk.team}`, 0, -1)
const proposals = async () => [...(await desk.fast.proposals()).values()].map(({ offer }) => offer)

async function threeWait() {
  const ada = await desk.agent('Ada', { capacity: 1 })
  const ids: string[] = []
  for (const name of ['Rita', 'Sam', 'Tom']) {
    ids.push(await desk.asks(await desk.requester(name)))
    await desk.passes(1)
  }
  await eventually(async () => (await desk.ringing(ada)).length === 1)
  await eventually(async () => (await lineInRedis()).length === 3)
  return { ada, ids }
}

test('a Redis that forgot everything is filled again, in the old order, with what rings', async () => {
  const { ada, ids } = await threeWait()
  const [ringing] = await desk.ringing(ada)
  await desk.redis.flush()
  await desk.kernel.line.watch()

  await eventually(async () => (await lineInRedis()).join() === ids.join())
  await eventually(async () => (await proposals()).join() === ringing?.offer)
  expect(await desk.ringing(ada)).toEqual([ringing])
})

test('chats go on, and the next is offered, while Redis is gone and when it is back', async () => {
  const { ada, ids } = await threeWait()
  const [ringing] = await desk.ringing(ada)
  await desk.redis.kill()
  await desk.does(ada, ids[0] ?? '', { kind: 'accept', offer: ringing?.offer ?? '' })
  await desk.does(ada, ids[0] ?? '', { kind: 'say', text: 'Good morning' })
  await desk.does(ada, ids[0] ?? '', { kind: 'end' })

  await eventually(async () => (await desk.ringing(ada))[0]?.conversation === ids[1])
  expect(await desk.kernel.line.place(await desk.state(ids[2] ?? ''))).toMatchObject({ place: 2 })
  await desk.redis.restart()
  await eventually(async () => {
    await desk.kernel.line.watch()
    return (await lineInRedis().catch(() => [])).join() === ids.slice(1).join()
  })
  expect(await proposals()).toEqual([(await desk.ringing(ada))[0]?.offer])
})

test('an offer that is accepted while the line is being filled again holds no place afterwards', async () => {
  const { ada, ids } = await threeWait()
  const [ringing] = await desk.ringing(ada)
  const { rows } = desk.kernel
  const whileAdaAccepts: LineRows = {
    ...rows,
    async waiting(team, count, skip) {
      const found = await rows.waiting(team, count, skip)
      await desk.does(ada, ids[0] ?? '', { kind: 'accept', offer: ringing?.offer ?? '' })
      return found
    },
  }
  await desk.redis.flush()
  await createReconciler(
    { fast: desk.fast, rows: whileAdaAccepts, directory: desk.kernel.directory, now: desk.now },
    { repaired: 0, rebuilt: 0 },
  )()

  expect(await proposals()).toEqual([])
  expect(await lineInRedis()).toEqual(ids.slice(1))
})

test('a proposal whose offer was never made is let go', async () => {
  const { ada, ids } = await threeWait()
  const [, sam] = ids
  const pair = {
    team: desk.team,
    conversation: sam ?? '',
    agent: ada.id,
    offer: 'nobody-made-it',
    room: 9,
    till: desk.now().getTime() + 5_000,
  }
  const fast = desk.fast
  expect(await fast.propose(pair)).toBe(true)
  await desk.passes(6)

  expect(await proposals()).toEqual([(await desk.ringing(ada))[0]?.offer])
  expect(await fast.heads(desk.team, 0, 9)).toEqual(ids.slice(1))
})

test('whoever is in Redis and no longer waits is taken off', async () => {
  const { ids } = await threeWait()
  await desk.fast.put(desk.team, '00000000-0000-4000-8000-000000000001', 1)
  await desk.passes(1)

  expect(await lineInRedis()).toEqual(ids)
})
