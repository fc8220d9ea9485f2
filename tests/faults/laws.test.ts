import { expect, test } from '@jest/globals'
import { type Conversation, evolve } from '../../shared/conversation.ts'
import type { Entry, Lane, Trace } from '../../shared/entry.ts'
import { laneOf } from '../../shared/entry.ts'
import type { Attempted, Told } from '../support/history.ts'
import { aKernel } from '../support/kernel.ts'
import {
  acknowledgedIsStored,
  eachIdOnce,
  inOrderOfTelling,
  type Kept,
  listsEqualTable,
  numbersDense,
  refusedIsNotStored,
  saidAsWritten,
} from '../support/laws.ts'
import { capacityKept, loadsTrue, nobodyWaitsInVain, oneOwner, oneTicketEach, standsAsTold } from '../support/line-laws.ts'
import { untrueLoads } from '../support/loads.ts'
import { until } from '../support/until.ts'
import { brokenRecords } from './nemesis/found.ts'
import { backInTime, type Struck } from './nemesis/nemesis.ts'
import { watchesLoads } from './nemesis/watch.ts'

const chat = 'c1'
const at = '2026-03-02T08:00:00.000Z'

/** A timeline as the table keeps it; each lane is numbered by itself. */
function timeline(...traces: (Trace & { act?: string; by?: string })[]): Kept[] {
  const last: Record<Lane, number> = { public: 0, internal: 0 }
  return traces.map(({ act, by = 'rita', ...trace }) => {
    const lane = laneOf(trace)
    const entry = { ...trace, at, by, lane, seq: ++last[lane], ...(act && { act }), ...(lane === 'internal' && { after: last.public }) }
    return { conversation: chat, entry: entry as Entry }
  })
}

const opened: Trace & { act: string } = {
  kind: 'opened',
  number: 7,
  team: 'desk',
  topic: null,
  channel: 'chat',
  requester: 'rita',
  verified: true,
  entrance: 'line',
  body: { name: 'Rita', email: null, subject: 'Screen' },
  act: chat,
}
const said = (act: string, text = act): Trace & { act: string } => ({ kind: 'said', body: { text }, act })
const assigned = (agent: string, how: 'offer' | 'take' | 'take-over' | 'transfer' = 'take'): Trace => ({
  kind: 'assigned',
  agent,
  how,
  body: { name: agent },
})
const why = { rule: 'least-loaded', chosen: { agent: 'ada', load: 0, capacity: 1, idleSeconds: 0 }, others: [] }
const offered = (agent: string, offer = `to ${agent}`): Trace => ({ kind: 'offered', offer, agent, until: at, why })

const attempt = (id: string, told: Pick<Told, 'outcome'>[] & Partial<Told>[], text = id): Attempted => ({
  id,
  by: 'rita',
  conversation: chat,
  act: { kind: 'say', text },
  invoked: 1,
  told: told.map((one, nth) => ({ at: nth + 2, left: [], ...one })),
})
const ok = (seq: number) => ({ outcome: 'ok' as const, left: [{ lane: 'public' as const, seq }] })
const unknown = { outcome: 'unknown' as const }
const fail = { outcome: 'fail' as const }

test('what was acknowledged and is lost, or stands elsewhere, or left less than was told, is found', () => {
  const kept = timeline(opened, said('a'))
  expect(acknowledgedIsStored([attempt('a', [unknown, ok(2)])], kept)).toEqual([])

  expect(acknowledgedIsStored([attempt('b', [ok(3)])], kept)).toHaveLength(1)
  expect(acknowledgedIsStored([attempt('a', [ok(1)])], kept)).toHaveLength(1)
  expect(acknowledgedIsStored([attempt('a', [{ outcome: 'ok', left: [] }])], kept)).toHaveLength(1)
})

test('what is kept twice is found, whether it was acknowledged or not', () => {
  expect(eachIdOnce(timeline(opened, said('a'), said('b')))).toEqual([])
  expect(eachIdOnce(timeline(opened, said('a'), said('a')))).toHaveLength(1)
})

test('what was refused and is kept all the same is found', () => {
  const kept = timeline(opened, said('a'))
  expect(refusedIsNotStored([attempt('a', [unknown, ok(2)]), attempt('b', [fail])], kept)).toEqual([])
  expect(refusedIsNotStored([attempt('a', [fail])], kept)).toHaveLength(1)
})

test('what nobody said, or said with other words, or somebody else said, is found', () => {
  const kept = timeline(said('a', 'Hello'))
  expect(saidAsWritten([attempt('a', [], 'Hello')], kept)).toEqual([])

  expect(saidAsWritten([], kept)).toHaveLength(1)
  expect(saidAsWritten([attempt('a', [], 'Goodbye')], kept)).toHaveLength(1)
  expect(saidAsWritten([{ ...attempt('a', [], 'Hello'), by: 'eve' }], kept)).toHaveLength(1)
})

test('what somebody said after he knew of another, and stands before it, is found', () => {
  const first = { ...attempt('a', [ok(3)]), invoked: 1 }
  const second = { ...attempt('b', [ok(2)]), invoked: 9 }
  expect(inOrderOfTelling([first, second], timeline(opened, said('a'), said('b')))).toEqual([])
  expect(inOrderOfTelling([first, second], timeline(opened, said('b'), said('a')))).toHaveLength(1)
})

test('a hole in either lane is found', () => {
  const kept = timeline(opened, { kind: 'noted', body: null }, said('a'), { kind: 'noted', body: null })
  expect(numbersDense(kept)).toEqual([])
  expect(numbersDense(kept.slice(0, 2).concat(kept.slice(3)))).toEqual([])
  expect(numbersDense([kept[0], kept[2], kept[3]].filter((one) => one !== undefined))).toHaveLength(1)
})

test('whoever sees another order, misses something, or has less than the end, is found', () => {
  const kept = timeline(opened, said('a'), said('b'))
  const list = kept.map(({ entry: { seq, act, kind } }) => ({ seq, act, kind }))
  const seen = { who: 'Ada', conversation: chat, lane: 'public' as const, list, isLive: true }
  expect(listsEqualTable([seen, { ...seen, list: list.slice(1) }, { ...seen, list: list.slice(0, 2), isLive: false }], kept)).toEqual([])

  const wrong = [list.toReversed(), list.slice(0, 2), list.filter((_, nth) => nth !== 1), [...list, { seq: 4, kind: 'said' }]]
  expect(wrong.map((one) => listsEqualTable([{ ...seen, list: one }], kept).length)).toEqual([1, 1, 1, 1])
  expect(listsEqualTable([{ ...seen, list: [list[0], list[2]].filter((one) => one !== undefined), isLive: false }], kept)).toHaveLength(1)
})

test('a second owner beside the first is found; whoever hands on, takes over or comes later is not', () => {
  const handedOn: Trace = { kind: 'transferred', from: 'ada', to: { agent: 'bob' }, body: null }
  const fine = [
    [opened, offered('ada'), assigned('ada', 'offer'), handedOn, assigned('bob', 'transfer'), assigned('zoe', 'take-over')],
    [opened, assigned('ada'), { kind: 'lost', agent: 'ada', why: 'gone' }, queued, offered('bob'), assigned('bob', 'offer')],
    [opened, offered('ada'), { kind: 'expired', offer: 'to ada', agent: 'ada' }, offered('bob')],
  ] as Trace[][]
  expect(fine.flatMap((traces) => oneOwner(timeline(...traces)))).toEqual([])

  const wrong = [
    [opened, assigned('ada'), assigned('bob')],
    [opened, offered('ada'), offered('bob')],
    [opened, assigned('ada'), offered('bob')],
    [opened, offered('ada'), assigned('bob', 'offer')],
    [opened, assigned('ada'), { ...handedOn, from: 'eve' }, assigned('bob', 'transfer')],
  ] as Trace[][]
  expect(wrong.map((traces) => oneOwner(timeline(...traces)).length)).toEqual([1, 1, 1, 1, 1])
})

const queued: Trace = { kind: 'queued', team: 'desk', why: 'agent-lost' }

test('a load above its capacity is found, unless work came back; then nothing more may be given', () => {
  const move = { agent: 'ada', was: 1, load: 2, capacity: 2, cameBack: 0 }
  expect(capacityKept([move, { ...move, was: 2, load: 3, cameBack: 1 }, { ...move, was: 4, load: 3 }])).toEqual([])
  expect(capacityKept([{ ...move, was: 2, load: 3 }])).toHaveLength(1)
  expect(capacityKept([{ ...move, was: 3, load: 5, cameBack: 1 }])).toHaveLength(1)
})

const standing = (...traces: Trace[]) => {
  const state = timeline(opened, ...traces).reduce<Conversation | null>((before, { entry }) => evolve(before, entry), null)
  if (!state) throw new Error('Nothing was opened')
  return state
}

test('a load that is not what its agent carries is found', () => {
  expect(loadsTrue([{ agent: 'ada', load: 1 }], [standing(assigned('ada'))])).toEqual([])
  expect(loadsTrue([{ agent: 'ada', load: 2 }], [standing(assigned('ada'))])).toHaveLength(1)
  expect(loadsTrue([{ agent: 'ada', load: 0 }], [standing(offered('ada'))])).toHaveLength(1)
})

test('a conversation without its ticket, or with two, or opened or told twice, is found', () => {
  const kept = timeline(opened, { kind: 'logged', upTo: { public: 1, internal: 0 }, sha256: '' })
  const ticket = { conversation: chat, number: 7 }
  const has = [standing()]
  expect(oneTicketEach(kept, has, [ticket], [chat])).toEqual([])

  expect(oneTicketEach(kept, has, [], [chat])).toHaveLength(1)
  expect(oneTicketEach(kept, has, [ticket, ticket], [chat])).toHaveLength(1)
  expect(oneTicketEach(kept, has, [ticket], [chat, chat])).toHaveLength(1)
  expect(oneTicketEach(timeline(opened, opened), has, [ticket], [])).toHaveLength(1)
  expect(oneTicketEach(kept, has, [ticket, { conversation: 'c2', number: 8 }], [chat])).toHaveLength(1)
})

test('a conversation that does not stand as its entries say is found', () => {
  const kept = timeline(opened, assigned('ada'))
  expect(standsAsTold(kept, [standing(assigned('ada'))])).toEqual([])
  expect(standsAsTold(kept, [standing(assigned('bob'))])).toHaveLength(1)
  expect(standsAsTold(kept, [])).toHaveLength(1)
})

test('somebody who waits while an agent who may take him has room is found', () => {
  const ada = { agent: 'ada', teams: ['desk'], here: true, wish: 'available', load: 0, capacity: 1 }
  const now = new Date(at)
  const idle = [{ here: false }, { wish: 'away' }, { load: 1 }, { teams: ['networks'] }].map((but) => ({ ...ada, ...but }))
  expect(nobodyWaitsInVain([standing()], idle, now, 10)).toEqual([])
  expect(nobodyWaitsInVain([standing(offered('bob'))], [ada], now, 10)).toEqual([])
  expect(
    nobodyWaitsInVain([standing(offered('ada'), { kind: 'declined', offer: 'to ada', agent: 'ada', body: null })], [ada], now, 10),
  ).toEqual([])

  expect(nobodyWaitsInVain([standing()], [...idle, ada], now, 10)).toHaveLength(1)
})

const trouble = (backAfterSeconds: number): Struck => ({
  trouble: { faults: [{ part: 'redis', what: 'killed', which: 0, amount: 0.5 }], seconds: 1, calmSeconds: 1 },
  backAfterSeconds,
})

test('what was mended and is served again too late is found', () => {
  expect(backInTime([trouble(0.4), trouble(20)])).toEqual([])
  expect(backInTime([trouble(0.4), trouble(20.1)])).toEqual(['after redis killed for 1.0 s, it took 20.1 s until all was served again'])
})

test('a record that reads otherwise than it was logged, and a load that is wrong at one moment, are found', async () => {
  const desk = await aKernel({ wrapUpSeconds: 0, logAfterSeconds: 0 })
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const logged = async () => {
    const conversation = await desk.asks(rita, 'My screen is black')
    await desk.does(ada, conversation, { kind: 'take' })
    await desk.does(ada, conversation, { kind: 'note', text: 'Between us' })
    await desk.does(ada, conversation, { kind: 'end' })
    desk.passes(3)
    await desk.clock(conversation, { kind: 'tick' })
    return conversation
  }
  const ids = [await logged(), await logged(), await logged()]
  expect(await brokenRecords(desk.pool)).toEqual([])
  expect(await untrueLoads(desk.pool)).toEqual([])

  const lies = [
    `update entries set body = '{"text": "Between you and me"}' where conversation_id = $1 and kind = 'noted'`,
    `update entries set data = data || '{"agent": "somebody else"}' where conversation_id = $1 and kind = 'assigned'`,
    `delete from entries where conversation_id = $1 and kind = 'noted'`,
  ]
  for (const [nth, lie] of lies.entries()) await desk.pool.query(lie, [ids[nth]])
  expect((await brokenRecords(desk.pool)).sort()).toEqual(
    [1, 2, 3].map((number) => `the record of ticket ${number} is not what was logged`),
  )
  await desk.pool.query('update standings set load = load + 1 where agent_id = $1', [ada.id])
  expect(await untrueLoads(desk.pool)).toEqual([{ agent: ada.id, load: 1, carried: 0 }])
  await desk.close()
})

test('somebody who watches the loads while people work tells of one that was wrong for a while, though it is right in the end', async () => {
  const desk = await aKernel()
  const ada = await desk.agent('Ada')
  const watch = watchesLoads(desk.pool, 20)
  await desk.pool.query('update standings set load = load + 1 where agent_id = $1', [ada.id])
  await until('he has looked', () => watch.found().length > 0)
  await desk.pool.query('update standings set load = load - 1 where agent_id = $1', [ada.id])

  expect((await watch.stop())[0]).toBe(`${ada.id} carried 0, and the load said 1`)
  await desk.close()
})
