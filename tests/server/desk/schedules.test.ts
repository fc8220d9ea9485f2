import { aChance } from '../../support/chance.ts'
import { runSchedules } from '../../support/schedules.ts'

/** So many days at small desks, each from its own seed: the same every time. */
const schedules = 100_000

test(`through ${schedules} seeded days: one owner, no agent above his capacity, nobody starves, nobody waits while somebody has room`, async () => {
  expect(await runSchedules(0, schedules)).toEqual({ run: schedules, broken: null })
}, 120_000)

test('a day is the same whenever it is run', () => {
  expect(aChance(7).between(0, 1)).toBe(aChance(7).between(0, 1))
})
