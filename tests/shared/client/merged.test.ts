import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createWeaving, type Strand } from '../../../shared/client/merged.ts'
import type { Entry } from '../../../shared/entry.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString()
const says = (seq: number, minute: number, act?: string): Entry => ({
  ...{ kind: 'said', lane: 'public', seq, by: 'rita', at: at(minute), body: { text: `${seq} at ${minute}` } },
  ...(act && { act }),
})
const notes = (seq: number, after: number, minute: number): Entry => ({
  ...{ kind: 'noted', lane: 'internal', seq, after, by: 'ada', at: at(minute), body: { text: `note ${seq} at ${minute}` } },
})
const textIn = (entry: Entry) => ('body' in entry && entry.body && 'text' in entry.body ? entry.body.text : '')
const whole = (entries: Entry[]): Strand => ({ entries, more: false })

test('lines of two tickets stand in the order of their times, notes behind what they follow, each knowing where it came from', () => {
  const { weave, originOf } = createWeaving()
  const now = [says(1, 3), notes(1, 1, 6), says(2, 9)]
  const before = [says(1, 0), says(2, 5), says(3, 7)]
  const { entries } = weave([whole(now), whole(before)])
  expect(entries.map(textIn)).toEqual(['1 at 0', '1 at 3', '2 at 5', 'note 1 at 6', '3 at 7', '2 at 9'])
  expect(entries.map((entry) => originOf(entry)?.strand)).toEqual([1, 0, 1, 0, 1, 0])
  expect(entries.map((entry) => originOf(entry)?.entry.seq)).toEqual([1, 1, 2, 1, 3, 2])
})

test('the same news in both stands there twice, each as a line of its own', () => {
  const { entries } = createWeaving().weave([whole([says(1, 3, 'news')]), whole([says(1, 3, 'news')])])
  expect(new Set(entries.map(({ act, seq }) => act ?? seq)).size).toBe(2)
})

test('nothing is shown of a time of which one of them is not loaded yet, and only that one is asked for', () => {
  const { weave } = createWeaving()
  const { entries, behind } = weave([
    { entries: [says(61, 50), says(62, 55)], more: true },
    { entries: [says(9, 10), says(10, 52)], more: true },
  ])
  expect(entries.map(textIn)).toEqual(['61 at 50', '10 at 52', '62 at 55'])
  expect(behind).toEqual([0])
})

/** Timelines whose lines come at any time, and how much of each is loaded at first. */
const timelines = fc.array(fc.record({ minutes: fc.array(fc.nat(59), { minLength: 1, maxLength: 12 }), known: fc.nat(11) }), {
  minLength: 1,
  maxLength: 4,
})

test('whatever is loaded and written later, no line moves, is lost or comes twice', () => {
  fc.assert(
    fc.property(timelines, (all) => {
      const lines = all.map(({ minutes }, strand) =>
        minutes.toSorted((one, other) => one - other).map((minute, index) => says(index + 1, minute, `${strand} ${index}`)),
      )
      const { weave } = createWeaving()
      const some = lines.map((entries, strand): Strand => {
        const from = Math.min(entries.length - 1, all[strand]?.known ?? 0)
        return { entries: entries.slice(from), more: from > 0 }
      })
      const first = weave(some).entries
      const last = weave(lines.map(whole)).entries
      expect(last.slice(last.length - first.length)).toEqual(first)
      expect(first.every((entry) => last.includes(entry))).toBe(true)
      expect(last).toHaveLength(lines.flat().length)
      expect(last.map(({ seq }) => seq)).toEqual(last.map((_, index) => index + 1))
    }),
  )
})
