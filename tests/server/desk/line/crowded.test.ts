import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { summariesIn } from '../../../../server/postgres/summaries.ts'
import type { TeamRouting } from '../../../../shared/team-routing.ts'
import { eventually } from '../../../support/eventually.ts'
import { aLine, type TestLine } from '../../../support/line.ts'

let desk: TestLine
beforeAll(async () => {
  desk = await aLine({ processes: 2 })
})
afterAll(async () => {
  await desk.close()
  expect(desk.bugs).toEqual([])
})

async function sets(team: string, routing: Partial<TeamRouting>) {
  await desk.pool.query('update teams set routing = $2 where id = $1', [team, JSON.stringify(routing)])
  for (const kernel of desk.kernels) await kernel.setUpAnew('routing')
}

test('however many ask at the same moment, on whatever process, no more wait than may', async () => {
  await desk.agent('Ada', { capacity: 0 })
  await sets(desk.team, { limits: { length: { most: 3, refuge: { to: 'call-back' } }, wait: null } })
  const people = await Promise.all(Array.from({ length: 10 }, (_, number) => desk.requester(`Rita ${number}`)))
  const asked = await Promise.all(people.map((who, place) => desk.asks(who, 'It burns', desk.kernels[place % 2])))
  const states = await Promise.all(asked.map((conversation) => desk.state(conversation)))

  expect(states.filter(({ status }) => status === 'waiting')).toHaveLength(3)
  expect(states.filter(({ status, callBack }) => status === 'unrouted' && callBack)).toHaveLength(7)
  await eventually(async () => (await desk.kernel.line.reception()).anything?.full === 'call-back')
  expect((await desk.kernel.line.reception()).topics[0]).toMatchObject({ open: true, full: 'call-back' })
})

test('when the last of a team goes, those who wait go on to the team that helps out, and the door says so', async () => {
  const other = await desk.aTeam('Second')
  await desk.agent('Ben', { teams: [other], capacity: 0 })
  await desk.pool.query("update standings set wish = 'away'")
  await sets(desk.team, {})
  for (const kernel of desk.kernels) await kernel.refreshDirectory()
  expect((await desk.kernel.line.reception()).open).toBe(false)

  await desk.pool.query("update standings set wish = 'available' where agent_id in (select agent_id from members where team_id = $1)", [
    other,
  ])
  await sets(desk.team, { overflow: { team: other, afterSeconds: null, atOnce: true } })
  await Promise.all(desk.kernels.map((kernel) => kernel.overflow.turn()))
  const { rows } = await desk.pool.query(
    "select team_id as team, state->'inLine'->'from' as came from conversations where status = 'waiting'",
  )
  expect(rows).toEqual(Array.from({ length: 3 }, () => ({ team: other, came: [desk.team] })))
  await eventually(async () => (await desk.kernel.line.reception()).topics[0]?.open === true)
})

test('whom nobody can help out yet is not looked at again and again, and goes on as soon as somebody is there', async () => {
  const [first, other] = [await desk.aTeam('First of two'), await desk.aTeam('Other of two')]
  const topic = randomUUID()
  await desk.pool.query("insert into topics (id, team_id, name) values ($1, $2, 'Network')", [topic, first])
  await desk.agent('Cem', { teams: [first], capacity: 0 })
  await sets(first, { overflow: { team: other, afterSeconds: 60, atOnce: false } })
  const who = await desk.requester('Ute')
  const id = randomUUID()
  await desk.kernel.conversations.change({ conversation: id, who, act: { kind: 'open', topic, text: 'Help', entrance: 'line' }, id })
  const due = async () => (await desk.pool.query('select due_at from conversations where id = $1', [id])).rows[0]?.due_at
  expect((await due()).toISOString()).toBe(new Date(desk.now().getTime() + 60_000).toISOString())
  await desk.passes(61)
  expect(await due()).toBeNull()
  expect((await desk.state(id)).team).toBe(first)

  await sets(first, { overflow: { team: other, afterSeconds: 60, atOnce: false }, emergency: { en: 'The building is being evacuated.' } })
  await desk.agent('Dan', { teams: [other], capacity: 0 })
  await desk.passes(5)
  expect((await desk.state(id)).team).toBe(first)
  await sets(first, { overflow: { team: other, afterSeconds: 60, atOnce: false } })
  await desk.passes(5)
  expect(await desk.state(id)).toMatchObject({ team: other, waitingSince: expect.any(String) })
})

test('settings count for what is due even if the process that saved them died before it reckoned it', async () => {
  const team = await desk.aTeam('Saved and died')
  const topic = randomUUID()
  await desk.pool.query("insert into topics (id, team_id, name) values ($1, $2, 'Phones')", [topic, team])
  await desk.pool.query('update teams set routing = $2 where id = $1', [team, '{}'])
  await desk.passes(1)
  const ada = await desk.agent('Ada the second', { teams: [team] })
  const who = await desk.requester('Pia')
  const id = randomUUID()
  await desk.kernel.conversations.change({ conversation: id, who, act: { kind: 'open', topic, text: 'Help', entrance: 'line' }, id })
  await desk.does(ada, id, { kind: 'take' })
  await desk.does(ada, id, { kind: 'say', text: 'Is the lamp on?' })

  const silence = { nudge: 60, hold: null, close: null, warn: null, supervise: null, requeue: null }
  await desk.pool.query('update teams set routing = $2 where id = $1', [team, JSON.stringify({ silence })])
  await desk.passes(1)
  await desk.passes(61)
  expect((await desk.state(id)).silence?.reached?.step).toBe('nudge')
})

test('hundreds of messages that nobody has answered hide nobody who waits', async () => {
  const { rows } = await desk.pool.query("select id from conversations where status = 'unrouted' limit 1")
  await desk.pool.query(
    `insert into conversations select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'number', 100000 + n,
       'opened_at', '2020-01-01T00:00:00Z'))).* from conversations as one, generate_series(1, 501) as n where id = $1`,
    [rows[0]?.id],
  )
  const listed = await summariesIn(desk.pool, desk.kernel.directory).line([...desk.kernel.directory().teams.map(({ id }) => id)])
  const { rows: waiting } = await desk.pool.query("select id from conversations where status = 'waiting'")
  expect(waiting.length).toBeGreaterThan(0)
  expect(
    listed
      .filter(({ status }) => status === 'waiting')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(waiting.map(({ id }) => id).sort())
})

test('an emergency closes a team at once, and the door says why', async () => {
  await sets(desk.team, { emergency: { en: 'The building is being evacuated.', de: 'Das Gebäude wird geräumt.' } })
  await eventually(async () => (await desk.kernel.line.reception()).topics[0]?.open === false)
  expect((await desk.kernel.line.reception()).topics[0]?.notices?.de).toBe('Das Gebäude wird geräumt.')
  await expect(desk.asks(await desk.requester('Tom'))).rejects.toThrow('desk-closed')
})
