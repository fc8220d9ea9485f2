import { asSetUp } from '../../../server/desk/simulation/set-up.ts'
import { forgetAttendances } from '../../../server/postgres/attendances.ts'
import { readRecorded } from '../../../server/postgres/recorded.ts'
import { readDesk } from '../../../server/postgres/settings-file.ts'
import { aLine, type TestLine } from '../../support/line.ts'
import { run } from '../desk/simulation/a-simulation.ts'

let line: TestLine
beforeAll(async () => {
  line = await aLine()
})
afterAll(() => line.close())

const readDay = async (from: string, to = from) => {
  const desk = asSetUp(await readDesk(line.pool))
  return readRecorded(line.pool, { from, to, desk, now: line.now(), most: 100 }, 1)
}

async function read(day: string) {
  const traffic = await readDay(day)
  if (!traffic) throw new Error(`Nobody came on ${day}`)
  return traffic
}

test('a day is read back as it was: who came, how long each waited and talked, who gave up, and who was there', async () => {
  const ada = await line.agent('Ada', { capacity: 1 })
  const [rita, eve] = [await line.requester('Rita'), await line.requester('Eve')]
  const began = line.now().getTime()
  const ritas = await line.asks(rita)
  await line.passes(20)
  const eves = await line.asks(eve)
  const [rings] = await line.ringing(ada)
  await line.does(ada, ritas, { kind: 'accept', offer: rings?.offer ?? '' })
  await line.passes(60)
  await line.does(ada, ritas, { kind: 'say', text: 'What do you see?' })
  await line.passes(30)
  await line.does(rita, ritas, { kind: 'say', text: 'Nothing' })
  await line.passes(10)
  await line.does(eve, eves, { kind: 'leave' })
  await line.does(ada, ritas, { kind: 'end' })
  await line.passes(45)
  await line.does(ada, ritas, { kind: 'resolve', code: 'solved', resolution: 'Plugged in' })

  const { arrivals, helpers, begins } = await read('2026-01-05')
  const since = (began - begins) / 1000
  expect(arrivals).toEqual([
    expect.objectContaining({ at: since, requester: rita.id, team: line.team, turns: [60, 30, 10], wrapUp: 45 }),
    // She left after 100 seconds, and would have talked as Rita did.
    expect.objectContaining({ at: since + 20, requester: eve.id, patience: 100, turns: [60, 30, 10] }),
  ])
  // Rita waited 20 seconds and Eve 100, of whom one gave up: 120 in the mean, beyond what she waited.
  expect(arrivals[0]?.patience).toBeGreaterThan(20)
  expect(helpers).toEqual([expect.objectContaining({ id: ada.id, name: 'Ada', capacity: 1, teams: [line.team] })])
  const [[from = 0, to = 0] = []] = helpers[0]?.here ?? []
  expect([from < since, to > since + 165]).toEqual([true, true])
})

test('a day that was can come again, and is nearly as it was', async () => {
  const traffic = await read('2026-01-05')
  const { spells } = run({ ...traffic, answering: { seconds: 0.001, missed: 0, backAfterSeconds: 60 } }, asSetUp(await readDesk(line.pool)))

  expect(spells.map(({ outcome, wait }) => [outcome, Math.round(wait)])).toEqual([
    ['served', 0],
    ['served', 80],
  ])
})

test('when an agent is available is noted by itself, and counts more than what he did', async () => {
  const cem = await line.agent('Cem', { wish: 'away' })
  await line.kernel.line.wish(cem, 'available')
  await line.kernel.line.wish(cem, 'away')
  const { rows } = await line.pool.query('select available from attendances where agent_id = $1 order by at', [cem.id])
  expect(rows).toEqual([{ available: true }, { available: false }])

  await line.pool.query('delete from attendances where agent_id = $1', [cem.id])
  await line.pool.query(
    "insert into attendances values ($1, '2026-01-04T22:00:00Z', true), ($1, '2026-01-05T10:00:00Z', false), ($1, '2026-01-05T11:00:00Z', true)",
    [cem.id],
  )
  const { helpers, begins, seconds } = await read('2026-01-05')
  const at = (moment: string) => Math.max(0, Date.parse(moment) - begins) / 1000
  expect(helpers.find(({ name }) => name === 'Cem')?.here).toEqual([
    [at('2026-01-04T22:00:00Z'), at('2026-01-05T10:00:00Z')],
    [at('2026-01-05T11:00:00Z'), seconds],
  ])
})

test('of days on which nobody came there is nothing to read', async () => {
  expect(await readDay('2020-01-01', '2020-01-03')).toBeNull()
})

test('when somebody was there is forgotten after 90 days, also of those who never come again', async () => {
  const dora = await line.agent('Dora', { wish: 'away' })
  await line.pool.query("insert into attendances values ($1, now() - interval '91 days', true), ($1, now() - interval '89 days', false)", [
    dora.id,
  ])
  await forgetAttendances(line.pool)
  const { rows } = await line.pool.query('select available from attendances where agent_id = $1', [dora.id])
  expect(rows).toEqual([{ available: false }])
})
