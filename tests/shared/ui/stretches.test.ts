import type { Entry } from '../../../shared/entry.ts'
import { drawnOf, heightOfAll, numbersBetween, stretchesOf } from '../../../shared/ui/stretches.ts'

const said = (seq: number): Entry => ({
  kind: 'said',
  lane: 'public',
  seq,
  by: 'rita',
  at: '2026-11-02T09:12:00.000Z',
  body: { text: `Line ${seq}` },
})
const many = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => said(from + place))

test('every entry stands in one stretch, in its order', () => {
  const entries = many(1, 100)
  expect(stretchesOf(entries, []).flatMap((one) => one.entries)).toEqual(entries)
})

test('a new message changes the last stretch alone, and older ones that come in front change none but their neighbour', () => {
  const entries = many(61, 100)
  const before = stretchesOf(entries, [])
  const after = stretchesOf([...entries, said(101)], [], before)
  expect(after.slice(0, -1)).toEqual(before.slice(0, -1))
  expect(after.slice(0, -1).every((one, place) => one === before[place])).toBe(true)

  const older = stretchesOf([...many(1, 60), ...entries], [], before)
  const same = older.filter((one) => before.includes(one))
  expect(same.length).toBeGreaterThanOrEqual(before.length - 1)
})

test('what is on its way already stands where it will be', () => {
  const unsent = { id: 'a', n: 1, by: 'ada', at: '2026-11-02T09:12:00.000Z', act: { kind: 'say' as const, text: 'Hello' }, refused: null }
  const waiting = stretchesOf(many(1, 11), [unsent])
  const sent = stretchesOf(many(1, 12), [])
  expect(waiting.map(({ number }) => number)).toEqual(sent.map(({ number }) => number))
})

test('whoever comes back to a long chat gets what he read, not all of it', () => {
  const stretches = stretchesOf(many(1, 5_000), [])
  const atEnd = numbersBetween(0, 900, stretches, new Map())
  expect(atEnd.size).toBeLessThan(12)
  expect(atEnd.has(stretches.at(-1)?.number ?? -1)).toBe(true)
  const above = numbersBetween(100_000, 100_900, stretches, new Map())
  expect(above.size).toBeLessThan(12)
  expect(above.has(stretches.at(-1)?.number ?? -1)).toBe(false)
})

test('what is far from the reader is one empty place, as tall as all that belongs there, however long the chat', () => {
  const stretches = stretchesOf(many(1, 5_000), [])
  const near = numbersBetween(100_000, 100_900, stretches, new Map())
  const drawn = drawnOf(stretches, ({ number }) => near.has(number))
  expect(drawn.map((one) => Array.isArray(one))).toEqual([true, ...[...near].map(() => false), true])
  const heights = new Map(stretches.map(({ number }, place) => [number, 100 + place]))
  const [first, second] = stretches
  expect(
    heightOfAll(
      [first, second].filter((one) => one !== undefined),
      heights,
    ),
  ).toBe(100 + 101 + 3)
})

test('who reads far from the end gets as much again above and below, so that he scrolls into no blank', () => {
  const stretches = stretchesOf(many(1, 5_000), [])
  const seen = numbersBetween(100_000, 100_900, stretches, new Map())
  const ahead = numbersBetween(99_000, 101_900, stretches, new Map())
  expect([...seen].every((one) => ahead.has(one))).toBe(true)
  expect(Math.min(...ahead)).toBeLessThan(Math.min(...seen))
  expect(Math.max(...ahead)).toBeGreaterThan(Math.max(...seen))
})
