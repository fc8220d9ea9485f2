import { aheadOf, createEstimator, type Standpoint, type Wait } from '../../../../server/desk/line/estimate.ts'

const minimum = 8
const estimate = (waits: Wait[], standpoint: Standpoint) => createEstimator(waits, minimum)(standpoint)

test('too few known waits are no basis: nothing is said', () => {
  const waits = Array.from({ length: 7 }, () => ({ ahead: 1, places: 5, seconds: 120 }))

  expect(estimate(waits, { ahead: 1, places: 5 })).toBeNull()
  expect(estimate([...waits, ...waits], { ahead: 1, places: 5 })).not.toBeNull()
})

test('with nobody there, nothing is said', () => {
  const waits = Array.from({ length: 20 }, () => ({ ahead: 1, places: 5, seconds: 120 }))

  expect(estimate(waits, { ahead: 1, places: 0 })).toBeNull()
})

test('whoever finds a free place is compared with those who found one, not with those who queued', () => {
  const quick = Array.from({ length: 10 }, (_, index) => ({ ahead: 0, places: 5, seconds: 8 + index }))
  const slow = Array.from({ length: 10 }, () => ({ ahead: 4, places: 5, seconds: 1200 }))

  expect(estimate([...quick, ...slow], { ahead: aheadOf(1, 2), places: 5 })).toEqual({ from: 0, to: 1 })
})

test('twice as many ahead, or half as many places, is twice as long', () => {
  const waits = Array.from({ length: 10 }, () => ({ ahead: 2, places: 10, seconds: 600 }))
  const near = estimate(waits, { ahead: 2, places: 10 })
  const far = estimate(waits, { ahead: 4, places: 10 })

  expect(near).toEqual({ from: 9, to: 11 })
  expect(far).toEqual({ from: 19, to: 21 })
  expect(estimate(waits, { ahead: 2, places: 5 })).toEqual(far)
})

/** Numbers that look random and are the same every time. */
function dice(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return (state + 0.5) / 4_294_967_296
  }
}

interface Schedule {
  /** Seconds from one arrival to the next. */
  gap(at: number, roll: () => number): number
  /** Seconds that a chat takes. */
  talk(roll: () => number): number
  places(at: number): number
}

/** A desk for some weeks: first come first served by so many places, each told at his arrival how long it takes. */
function weeks({ gap, talk, places }: Schedule, arrivals: number, seed: number) {
  const roll = dice(seed)
  let done: { at: number; wait: Wait }[] = []
  const told: boolean[] = []
  const busyUntil: number[] = []
  let starts: number[] = []
  let at = 0
  for (let index = 0; index < arrivals; index++) {
    at += gap(at, roll)
    const count = places(at)
    while (busyUntil.length < count) busyUntil.push(0)
    const serving = busyUntil.slice(0, count)
    starts = starts.filter((start) => start > at)
    const inLine = starts.length
    const free = serving.filter((until) => until <= at).length
    const ahead = aheadOf(inLine + 1, free)
    // Whoever begins next is served by the place that is free first.
    const place = serving.indexOf(Math.min(...serving))
    const start = Math.max(at, serving[place] ?? 0) + 5 + 15 * roll()
    busyUntil[place] = start + talk(roll)
    starts.push(start)
    const known = done.filter((one) => one.at <= at).slice(0, 200)
    const range = estimate(
      known.map(({ wait }) => wait),
      { ahead, places: count },
    )
    const seconds = start - at
    if (range) told.push(seconds >= range.from * 60 && seconds <= range.to * 60)
    done = [{ at: start, wait: { ahead, places: count, seconds } }, ...done].sort((one, other) => other.at - one.at).slice(0, 400)
  }
  return { told: told.length, held: told.filter(Boolean).length / told.length }
}

const exponential = (mean: number, roll: () => number) => -mean * Math.log(roll())
const hour = 3600

const schedules: [string, Schedule][] = [
  ['a steady day, busy', { gap: (_, roll) => exponential(66, roll), talk: (roll) => exponential(600, roll), places: () => 10 }],
  ['a steady day, calm', { gap: (_, roll) => exponential(120, roll), talk: (roll) => exponential(600, roll), places: () => 10 }],
  ['two agents alone', { gap: (_, roll) => exponential(340, roll), talk: (roll) => 200 + exponential(400, roll), places: () => 2 }],
  [
    'Monday mornings: an hour of rush, then quiet',
    { gap: (at, roll) => exponential(at % (4 * hour) < hour ? 35 : 150, roll), talk: (roll) => exponential(600, roll), places: () => 12 },
  ],
  [
    'outages: thirty at once, now and then',
    { gap: (_, roll) => (roll() < 0.97 ? exponential(12, roll) : 1500), talk: (roll) => exponential(400, roll), places: () => 15 },
  ],
  [
    'half of them at lunch for an hour in four',
    { gap: (_, roll) => exponential(90, roll), talk: (roll) => exponential(600, roll), places: (at) => (at % (4 * hour) < hour ? 5 : 10) },
  ],
]

test.each(schedules)('%s: four waits of five are inside the range that was told', (_name, schedule) => {
  const runs = [1, 2, 3].map((seed) => weeks(schedule, 1500, seed))

  expect(runs.every(({ told }) => told > 1000)).toBe(true)
  expect(Math.min(...runs.map(({ held }) => held))).toBeGreaterThanOrEqual(0.8)
})
