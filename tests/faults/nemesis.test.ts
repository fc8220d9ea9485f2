import { expect, test } from '@jest/globals'
import { seedOfRun } from '../support/chance.ts'
import { runNemesis, violationsIn } from './nemesis/run.ts'

test('while people use the desk in every way, parts of it fail one after the other, and every promise is kept', async () => {
  const seed = seedOfRun()
  const report = await runNemesis({
    seed,
    seconds: 20,
    requesters: 8,
    agents: 4,
    severity: { seconds: [0.5, 2], calmSeconds: [0.5, 1.5], together: 0.2 },
  })

  expect({ seed, violations: violationsIn(report) }).toEqual({ seed, violations: [] })
  expect(report.struck.length).toBeGreaterThanOrEqual(3)
  expect(report.history.ok).toBeGreaterThan(100)
}, 150_000)
