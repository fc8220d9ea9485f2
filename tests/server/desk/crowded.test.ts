import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { TeamRouting } from '../../../shared/team-routing.ts'
import { eventually } from '../../support/eventually.ts'
import { aLine, type TestLine } from '../../support/line.ts'

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

test('an emergency closes a team at once, and the door says why', async () => {
  await sets(desk.team, { emergency: 'The building is being evacuated.' })
  await eventually(async () => (await desk.kernel.line.reception()).topics[0]?.open === false)
  expect((await desk.kernel.line.reception()).topics[0]?.notice).toBe('The building is being evacuated.')
  await expect(desk.asks(await desk.requester('Tom'))).rejects.toThrow('desk-closed')
})
