import pg from 'pg'
import { createClock } from '../../../server/postgres/clock.ts'
import { aDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let pool: pg.Pool
beforeAll(async () => {
  database = await aDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 1 })
})
afterAll(async () => {
  await pool.end()
  await database.close()
})

/** A machine whose clock somebody sets wrong by so many milliseconds. */
function aMachine(wrong = 0) {
  const machine = { wrong }
  return Object.assign(machine, {
    clock: createClock(pool, { machine: () => Date.now() + machine.wrong, running: () => performance.now() }),
  })
}

const apart = (at: Date) => Math.abs(at.getTime() - Date.now())

test.each([3_600_000, -86_400_000])('a machine that is wrong by %d ms goes by the clock of the database', async (wrong) => {
  const { clock } = aMachine(wrong)
  expect(apart(clock.now())).toBeGreaterThan(3_000_000)
  await clock.set()
  expect(apart(clock.now())).toBeLessThan(500)
})

test('an answer that was long in coming does not make a wrong machine right', async () => {
  const { clock } = aMachine(500)
  await clock.set()
  const busy = pool.query('select pg_sleep(0.6)')
  await clock.set()
  await busy
  expect(apart(clock.now())).toBeLessThan(250)
})

test('a machine that is right is believed to the millisecond', async () => {
  const { clock } = aMachine(7)
  await clock.set()
  const [before, now, after] = [Date.now() + 7, clock.now().getTime(), Date.now() + 7]
  expect(now).toBeGreaterThanOrEqual(before)
  expect(now).toBeLessThanOrEqual(after)
})

test('whoever sets the clock of a machine, forward or back, changes nothing, not even for a moment', async () => {
  const machine = aMachine()
  await machine.clock.set()
  for (const wrong of [7_200_000, -7_200_000]) {
    machine.wrong = wrong
    expect(apart(machine.clock.now())).toBeLessThan(500)
    await machine.clock.set()
    expect(apart(machine.clock.now())).toBeLessThan(500)
  }
})
