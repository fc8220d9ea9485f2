import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { boardRowsIn } from '../../server/postgres/board.ts'
import { summariesIn } from '../../server/postgres/summaries.ts'
import { listTickets } from '../../server/postgres/ticket-list.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import type { TicketFilters } from '../../shared/protocol/ticket-list.ts'
import { noTargets, type TargetRules } from '../../shared/target.ts'
import { eventually } from '../support/eventually.ts'
import { aLine, type TestLine } from '../support/line.ts'

const rules: TargetRules = {
  ...noTargets,
  counted: 'always',
  priorities: { ...noTargets.priorities, 1: { first: 5, next: null, resolution: 60 }, 4: { first: 30, next: 10, resolution: 240 } },
}

let desk: TestLine
beforeAll(async () => {
  desk = await aLine({ processes: 2 })
  await set(rules)
})
afterEach(() => expect(desk.bugs).toEqual([]))
afterAll(() => desk.close())

/** As an administrator saves it: every process reads it and reckons anew. */
async function set(targets: TargetRules | null) {
  await desk.pool.query("update teams set routing = coalesce(routing, '{}') || jsonb_build_object('targets', $1::jsonb)", [
    JSON.stringify(targets),
  ])
  for (const kernel of desk.kernels) await kernel.setUpAnew('routing')
}
const kindsIn = async (conversation: string) => {
  const { rows } = await desk.pool.query<{ kind: string; target: string }>(
    `select kind, data->>'target' as target from entries where conversation_id = $1 and kind like 'target%' order by at, seq`,
    [conversation],
  )
  return rows.map(({ kind, target }) => `${kind} ${target}`)
}
const turned = (conversation: string, wanted: string) =>
  eventually(async () => {
    await Promise.all(desk.clocks.map((clock) => clock.turn()))
    return (await kindsIn(conversation)).includes(wanted)
  })
const listed = async (filters: TicketFilters, sort: 'target' | 'changed' = 'target') => {
  const reach = { agent: '00000000-0000-4000-8000-000000000000', teams: 'all' as const }
  const { rows } = await listTickets(desk.pool, reach, { filters, words: '', sort, reversed: false, after: null, limit: 50 })
  return rows
}
const minutes = (from: string | null | undefined) => (from ? Math.round((Date.parse(from) - desk.now().getTime()) / 60_000) : null)

test('with two processes the owner is warned once and those above him are told once, and an answer ends it', async () => {
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const chat = await desk.asks(rita)
  await desk.does(ada, chat, { kind: 'take' })
  await desk.passes(24 * 60)
  await turned(chat, 'target-near first')
  expect(desk.heard(ada, 'conversation:changed').at(-1)?.targets?.[0]).toMatchObject({ target: 'first', missed: null })
  await desk.passes(6 * 60)
  await turned(chat, 'target-missed first')
  await desk.passes(60)
  expect(await kindsIn(chat)).toEqual(['target-near first', 'target-missed first'])
  const told = () => desk.told.filter(({ room, news }) => room === 'overseers' && JSON.stringify(news).includes('"missed":"2026'))
  await eventually(() => told().length > 0)

  await desk.does(ada, chat, { kind: 'say', text: 'Sorry' })
  const [row] = await listed({ target: 'missed' })
  expect(row).toMatchObject({ conversation: chat, targets: [{ target: 'first' }, { target: 'resolution', met: null, missed: null }] })
  expect(row?.targets[0]?.met).toBe(desk.now().toISOString())
})

test('what people say moves the next due time, in lists too; hold, priority and the settings do, and no restart is needed', async () => {
  const [ben, sam] = [await desk.agent('Ben'), await desk.requester('Sam')]
  const chat = await desk.asks(sam)
  const due = async () => (await listed({ target: 'running' })).find(({ conversation }) => conversation === chat)?.targets
  const does = (act: Act) => desk.does(ben, chat, act)
  await does({ kind: 'take' })
  await does({ kind: 'say', text: 'Hello' })
  // It is Sam who is to speak now, so nothing runs.
  expect(await due()).toBeUndefined()
  await desk.passes(300)
  await desk.does(sam, chat, { kind: 'say', text: 'Hello!' })
  expect((await due())?.map(({ target, due }) => [target, minutes(due)])).toEqual([
    ['first', null],
    ['next', 10],
    ['resolution', 240],
  ])
  const order = (await listed({ target: 'running' })).map(({ conversation }) => conversation)
  expect(order[0]).toBe(chat)
  expect((await listed({ target: 'soon' })).map(({ conversation }) => conversation)).not.toContain(chat)

  const figures = async () => (await boardRowsIn(desk.pool, desk.kernel.rows).targets([desk.team]))[0]
  expect(await figures()).toEqual({ team: desk.team, soon: 0, late: expect.any(Number) })

  await does({ kind: 'classify', impact: 'high', urgency: 'high' })
  expect((await due())?.map(({ due }) => minutes(due))).toEqual([null, 60])
  await does({ kind: 'hold', reason: 'A part is ordered' })
  expect(await due()).toBeUndefined()
  await does({ kind: 'resume' })
  await set({ ...rules, priorities: { ...rules.priorities, 1: { first: 5, next: 2, resolution: 30 } } })
  expect((await due())?.map(({ due }) => minutes(due))).toEqual([null, 2, 30])
  expect((await summariesIn(desk.pool, desk.kernel.directory).mine(ben.id))[0]?.targets?.map(({ due }) => minutes(due))).toEqual([
    null,
    2,
    30,
  ])
  await desk.passes(100)
  await turned(chat, 'target-near next')
  await set(null)
  expect(await due()).toBeUndefined()
})
