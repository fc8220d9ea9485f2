import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { forgetRemoved } from '../../../server/postgres/removed.ts'
import { sitesOfIssuer } from '../../../server/postgres/sites.ts'
import type { Helping } from '../../../shared/people.ts'
import { anOffice } from '../../support/office.ts'

let office: Awaited<ReturnType<typeof anOffice>>
let olga: Helping
let ada: Helping

beforeAll(async () => {
  office = await anOffice()
  olga = (await office.theFirst()).who
  ada = (await office.invited(olga, 'Ada')).who
})
afterAll(() => office.close())

/** A team with a topic, of which Ada is a member, with a reply and a view kept for it. */
async function aTeam(name: string) {
  const team = randomUUID()
  await office.asks(olga, 'teams:save', { team, version: 0, name, tier: 2, hours: null, topics: [{ id: randomUUID(), name: 'VPN' }] })
  await office.pool.query('insert into members (agent_id, team_id) values ($1, $2)', [ada.id, team])
  await office.asks(olga, 'replies:save', { reply: randomUUID(), version: 0, name: 'Hello', text: 'Hello', whose: { team } })
  await office.pool.query("insert into ticket_views (id, name, agent_id, team_id, query) values ($1, 'Open', $2, $3, '{}')", [
    randomUUID(),
    ada.id,
    team,
  ])
  return team
}

/** All that hangs on a team. */
async function allOf(team: string) {
  const kept = []
  for (const [table, column] of [['teams', 'id'], ...['topics', 'members', 'replies', 'ticket_views'].map((name) => [name, 'team_id'])])
    kept.push((await office.pool.query(`select * from ${table} where ${column} = $1`, [team])).rows)
  return kept
}

test('a team that Olga removed by mistake comes back with its topics, members, replies and views', async () => {
  const team = await aTeam('Network')
  const before = await allOf(team)
  expect(before.map((rows) => rows.length)).toEqual([1, 1, 1, 1, 1])
  await office.asks(olga, 'teams:remove', { team, version: 1 })
  expect((await allOf(team)).flat()).toEqual([])

  expect(await office.asks(olga, 'teams:restore', { team })).toMatchObject({ name: 'Network', tier: 2, topics: [{ name: 'VPN' }] })
  expect(await allOf(team)).toEqual(before)
  await expect(office.asks(olga, 'teams:restore', { team })).rejects.toMatchObject({ code: 'undo-over' })
  const { records } = await office.asks(olga, 'audit:list', { before: null })
  expect(records.slice(0, 2).map(({ what, subject }) => [what, subject?.name])).toEqual([
    ['teams:restore', 'Network'],
    ['teams:remove', 'Network'],
  ])
})

test('a team stays away once its name is taken, or an hour has passed', async () => {
  const team = await aTeam('Printers')
  await office.asks(olga, 'teams:remove', { team, version: 1 })
  const other = await aTeam('printers')
  await expect(office.asks(olga, 'teams:restore', { team })).rejects.toMatchObject({ code: 'name-taken' })
  await office.asks(olga, 'teams:remove', { team: other, version: 1 })
  office.hoursPass(1)
  await expect(office.asks(olga, 'teams:restore', { team })).rejects.toMatchObject({ code: 'undo-over' })
})

test('a site comes back with its keys, which are forgotten after an hour', async () => {
  const site = randomUUID()
  const names = { name: 'Intranet', issuer: 'https://intranet.example', audience: 'firstline' }
  const { secret } = await office.asks(olga, 'sites:add', { site, ...names, key: { algorithm: 'HS256' } })
  await office.asks(olga, 'sites:remove', { site, version: 1 })
  expect(await sitesOfIssuer(office.pool, names.issuer, office.state.now)).toEqual([])
  await office.asks(olga, 'sites:restore', { site })
  expect(await sitesOfIssuer(office.pool, names.issuer, office.state.now)).toMatchObject([{ id: site, keys: [secret] }])

  await office.asks(olga, 'sites:remove', { site, version: 1 })
  const kept = async () => JSON.stringify((await office.pool.query('select * from removed')).rows)
  expect(await kept()).toContain(secret)
  office.hoursPass(1)
  await forgetRemoved(office.pool, office.state.now)
  expect(await kept()).toBe('[]')
})

test('whatever goes with a team is known to come back with it', async () => {
  const { rows } = await office.pool.query<{ name: string }>(
    `select conrelid::regclass::text as name from pg_constraint where contype = 'f' and confdeltype = 'c' and confrelid = 'teams'::regclass`,
  )
  expect(rows.map(({ name }) => name).sort()).toEqual(['hand_overs', 'members', 'replies', 'ticket_views', 'topics', 'waits'])
})
