import { expect, test } from '@jest/globals'
import { seedOfRun } from '../support/chance.ts'
import { inWords } from './nemesis/plan.ts'
import { runNemesis, violationsIn } from './nemesis/run.ts'

test('while people use the desk in every way, parts of it fail one after the other, and every promise is kept', async () => {
  const seed = seedOfRun()
  const severity = { seconds: [0.4, 1.4], calmSeconds: [0.2, 0.6], together: 0.2 } satisfies Parameters<typeof runNemesis>[0]['severity']
  const report = await runNemesis({ seed, lasts: { troubles: 6 }, requesters: 8, agents: 4, severity }).catch((error: unknown) => {
    throw new Error(`With seed ${seed}`, { cause: error })
  })

  const troubles = report.struck.map(({ trouble }) => inWords(trouble))
  expect({ seed, troubles, violations: violationsIn(report) }).toEqual({ seed, troubles, violations: [] })
  expect(troubles).toHaveLength(6)
  expect(report.history.ok).toBeGreaterThan(50)
}, 150_000)
