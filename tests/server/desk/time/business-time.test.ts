import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { businessTime, openBetween } from '../../../../server/desk/time/business-time.ts'
import { type Hours, isOpen, weekdays } from '../../../../server/desk/time/hours.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const office = [['08:00', '17:00']] as const
const berlin: Hours = {
  zone: 'Europe/Berlin',
  days: { mon: office, tue: office, wed: office, thu: office, fri: office },
  closed: ['2026-12-25'],
  special: [{ date: '2026-12-24', name: 'Christmas Eve', spans: [['08:00', '12:00']] }],
}
const night: Hours = { zone: 'Europe/Berlin', days: Object.fromEntries(weekdays.map((one) => [one, [['00:00', '06:00']]])), closed: [] }
const at = (iso: string) => Date.parse(iso)
const due = (from: string, minutes: number, hours: Hours | null) => {
  const found = businessTime(at(from), minutes * minute, hours)
  return found === null ? null : new Date(found).toISOString()
}

test('minutes count while the team is open: over nights, weekends, half days and holidays', () => {
  expect(due('2026-11-23T09:00:00+01:00', 60, berlin)).toBe('2026-11-23T09:00:00.000Z')
  expect(due('2026-11-23T16:30:00+01:00', 60, berlin)).toBe('2026-11-24T07:30:00.000Z')
  expect(due('2026-11-27T16:30:00+01:00', 60, berlin)).toBe('2026-11-30T07:30:00.000Z')
  expect(due('2026-11-28T12:00:00+01:00', 60, berlin)).toBe('2026-11-30T08:00:00.000Z')
  expect(due('2026-12-24T11:00:00+01:00', 61, berlin)).toBe('2026-12-28T07:01:00.000Z')
  // What ends with the day is due at its end, and not when the team opens again.
  expect(due('2026-11-23T16:00:00+01:00', 60, berlin)).toBe('2026-11-23T16:00:00.000Z')
})

test('round the clock every minute counts, and of a team that is never open again nothing is due', () => {
  expect(due('2026-03-29T00:30:00+01:00', 24 * 60, null)).toBe('2026-03-29T23:30:00.000Z')
  expect(due('2026-11-23T09:00:00Z', 1, { ...berlin, days: {}, special: [] })).toBeNull()
  expect(due('2026-12-25T09:00:00Z', 1, { ...berlin, days: {} })).toBeNull()
  expect(due('2026-12-23T09:00:00Z', 240, { ...berlin, days: {} })).toBe('2026-12-24T11:00:00.000Z')
  expect(due('2026-12-23T09:00:00Z', 241, { ...berlin, days: {} })).toBeNull()
})

test('a night that lacks an hour counts five, and one that has it twice counts seven', () => {
  const length = (date: string) => openBetween(at(`${date}T12:00:00Z`) - day, at(`${date}T12:00:00Z`), night) / hour
  expect(length('2026-03-28')).toBe(6)
  expect(length('2026-03-29')).toBe(5)
  expect(length('2026-10-25')).toBe(7)
  expect(due('2026-03-29T00:00:00+01:00', 180, night)).toBe('2026-03-29T02:00:00.000Z')
  expect(due('2026-10-25T00:00:00+02:00', 180, night)).toBe('2026-10-25T01:00:00.000Z')
})

test('half an hour, too, may be missing or come twice', () => {
  const island: Hours = { ...night, zone: 'Australia/Lord_Howe' }
  const length = (date: string) => openBetween(at(`${date}T03:00:00Z`) - day, at(`${date}T03:00:00Z`), island) / hour
  expect([length('2026-10-03'), length('2026-10-04'), length('2026-04-05')]).toEqual([6, 5.5, 6.5])
})

/** Days around the changes of clocks, in three zones that change them differently. */
const changes = fc.constantFrom(
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
)
const asTime = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const span = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => [asTime(from), asTime(to)] as const)
const spans = fc.array(span, { maxLength: 3 })
const scene = fc
  .record({
    change: changes,
    days: fc.tuple(spans, spans, spans, spans, spans, spans, spans),
    special: fc.option(spans),
    isClosed: fc.boolean(),
    from: fc.integer({ min: -2 * day, max: 2 * day }),
  })
  .map(({ change: [zone, date], days, special, isClosed, from }) => {
    const hours: Hours = {
      zone,
      days: Object.fromEntries(weekdays.map((name, place) => [name, days[place] ?? []])),
      closed: isClosed ? [new Date(at(date) + day).toISOString().slice(0, 10)] : [],
      special: special ? [{ date, name: 'Special', spans: special }] : [],
    }
    return { hours, from: at(date) + from }
  })
const amount = fc.integer({ min: 1, max: 3 * day })
const runs = { numRuns: Number(process.env.FC_RUNS ?? 300) }

test('by what is due, exactly so much was open as was given, and a moment earlier it was less', () => {
  fc.assert(
    fc.property(scene, amount, ({ hours, from }, wanted) => {
      const then = businessTime(from, wanted, hours)
      if (then === null) return openBetween(from, from + 400 * day, hours) < wanted
      expect(openBetween(from, then, hours)).toBe(wanted)
      expect(openBetween(from, then - 1, hours)).toBe(wanted - 1)
      return true
    }),
    runs,
  )
})

test('more time is due later, and one time after another is due like both together', () => {
  fc.assert(
    fc.property(scene, amount, amount, ({ hours, from }, one, other) => {
      const first = businessTime(from, one, hours)
      const both = businessTime(from, one + other, hours)
      expect(first === null ? null : businessTime(first, other, hours)).toBe(both)
      if (first !== null && both !== null) expect(both).toBeGreaterThan(first)
    }),
    runs,
  )
})

test('each minute counts if the clock on the wall of the team says that it is open, and no other', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 1, max: 60 }), ({ hours, from }, tens) => {
      const begin = Math.floor(from / minute) * minute
      let open = 0
      for (let then = begin; then < begin + tens * 10 * minute; then += minute) if (isOpen(hours, new Date(then))) open += minute
      expect(openBetween(begin, begin + tens * 10 * minute, hours)).toBe(open)
    }),
    { numRuns: Math.ceil(runs.numRuns / 5) },
  )
})

test('it is the same in whatever zone the server stands', () => {
  const [built] = buildSync({
    entryPoints: ['server/desk/time/business-time.ts'],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
  }).outputFiles
  const asked = JSON.stringify([berlin, night].map((hours) => [at('2026-03-27T15:59:59Z'), 2000 * minute, hours]))
  const inZone = (TZ: string) =>
    execFileSync(
      process.execPath,
      ['-e', `${built?.text};console.log(JSON.stringify(${asked}.map((one) => module.exports.businessTime(...one))))`],
      { env: { ...process.env, TZ }, encoding: 'utf8' },
    )
  const here = `${JSON.stringify([berlin, night].map((hours) => businessTime(at('2026-03-27T15:59:59Z'), 2000 * minute, hours)))}\n`
  expect([inZone('Pacific/Auckland'), inZone('America/St_Johns')]).toEqual([here, here])
})
