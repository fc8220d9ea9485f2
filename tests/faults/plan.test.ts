import { expect, test } from '@jest/globals'
import { type Sample, slopeOf } from '../support/memory.ts'
import { range } from '../support/talk.ts'
import { aPlan, faults } from './nemesis/plan.ts'

const severity = { seconds: [1, 2], calmSeconds: [3, 4], together: 0.3 } satisfies Parameters<typeof aPlan>[1]

function planned(seed: number, count: number) {
  const plan = aPlan(seed, severity)
  return range(count).map(() => plan.next().value)
}
const struck = (seed: number, count: number) => planned(seed, count).flatMap((trouble) => trouble.faults)

test('the same seed lets the same go wrong, another something else', () => {
  expect(planned(7, 60)).toEqual(planned(7, 60))
  expect(planned(7, 60)).not.toEqual(planned(8, 60))
})

test('the first six faults strike six parts, and in the long run everything goes wrong that can', () => {
  expect(
    new Set(
      struck(7, 6)
        .slice(0, 6)
        .map(({ part }) => part),
    ).size,
  ).toBe(6)
  const all = Object.entries(faults).flatMap(([part, whats]) => whats.map((what) => `${part} ${what}`))
  expect(new Set(struck(7, 48).map(({ part, what }) => `${part} ${what}`))).toEqual(new Set(all))
})

test('a process that is spared is never ended', () => {
  const plan = aPlan(7, { ...severity, sparesSecond: true })
  const ended = range(300).flatMap(() => plan.next().value.faults.filter(({ part, what }) => part === 'server' && what !== 'frozen'))
  expect(new Set(ended.map(({ which }) => which))).toEqual(new Set([0]))
})

test('two that fail at once are two parts', () => {
  const pairs = planned(7, 300).filter(({ faults }) => faults.length > 1)
  expect(pairs.length).toBeGreaterThan(50)
  expect(pairs.filter(({ faults: [one, other] }) => one?.part === other?.part)).toEqual([])
})

const samples = (megabytes: (seconds: number) => number): Sample[] =>
  range(600).map((seconds) => ({ seconds, megabytes: megabytes(seconds) }))

test('memory that swings is flat, memory that grows is not, and of a short life nothing is said', () => {
  const swings = (seconds: number) => 150 + (seconds % 37)
  expect(slopeOf(samples(swings))?.isFlat).toBe(true)
  expect(slopeOf(samples((seconds) => swings(seconds) + Math.min(seconds, 120) / 2))?.isFlat).toBe(true)
  expect(slopeOf(samples((seconds) => swings(seconds) + seconds / 8))?.isFlat).toBe(false)
  expect(slopeOf(samples(swings).slice(0, 240))).toBeNull()
})
