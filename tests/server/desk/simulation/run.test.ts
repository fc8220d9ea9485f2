import { timesFrom } from '../../../../server/desk/simulation/chance.ts'
import { simulate } from '../../../../server/desk/simulation/run.ts'
import type { DeskAsSetUp } from '../../../../server/desk/simulation/set-up.ts'
import type { Traffic } from '../../../../server/desk/simulation/traffic.ts'
import { methods } from '../../../../shared/team-routing.ts'
import { aDayOf, anAgent, aSetUp, figuresAfter, run, somebody, twoHours } from './a-simulation.ts'

test('the same traffic, settings and seed leave the same trace, whatever the settings; another seed leaves another', () => {
  for (const method of methods) {
    const desk = aSetUp({ desk: { method, pacingSeconds: 5, weights: { awaiting: 0.3, held: 0, 'wrap-up': 1 } } })
    for (const seed of [1, 2, 3]) {
      const traces = [run(aDayOf({}, seed), desk, seed), run(aDayOf({}, seed), desk, seed), run(aDayOf({}, seed + 10), desk, seed)]
      const [one, again, other] = traces.map(({ trace }) => trace)
      expect(again).toBe(one)
      expect(other).not.toBe(one)
    }
  }
})

test('of the same traffic, more agents never lose more people in the mean, and never let them wait longer', () => {
  const means = [1, 2, 3].map((agents) => {
    const figures = [1, 2, 3, 4, 5, 6].map((seed) => figuresAfter(aDayOf({ agents }, seed), aSetUp(), seed))
    return { gaveUp: mean(figures.map(({ gaveUp }) => gaveUp ?? 0)), p90: mean(figures.map(({ p90 }) => p90 ?? 0)) }
  })

  expect(means).toEqual([...means].sort((one, other) => other.gaveUp - one.gaveUp))
  expect(means).toEqual([...means].sort((one, other) => other.p90 - one.p90))
})

test('with one agent for each talk, people wait as long as Erlang says', () => {
  // Gross, Shortle, Thompson, Harris: Fundamentals of Queueing Theory, section 3.3: M/M/c.
  const [perHour, agents, talk] = [12, 2, 300]
  const traffic = aDayOf({ perHour, agents, hours: 250, capacity: 1, patienceMinutes: null })
  const chance = timesFrom(7)
  const arrivals = traffic.arrivals.map((one) => ({ ...one, turns: [chance.exponential(talk)], wrapUp: 0 }))
  const { spells } = run({ ...traffic, arrivals, answering: { seconds: 0.001, missed: 0, backAfterSeconds: 60 } })

  const expected = erlangWait(perHour / 3600, talk, agents)
  expect(expected).toBeCloseTo(100, 5)
  expect(Math.abs(mean(spells.map(({ wait }) => wait)) / expected - 1)).toBeLessThan(0.15)
})

test('nobody is helped whom nobody can help, until the line widens to those who can', () => {
  const needs = [{ skill: 'SAP', level: 3, required: true }] as const
  const traffic = twoHours([anAgent('ada')], [somebody(0, { needs: [...needs] })])

  expect(run(traffic, aSetUp({ desk: { widenAfterSeconds: null } })).spells[0]?.outcome).toBe('waiting')
  expect(run(traffic, aSetUp({ desk: { widenAfterSeconds: 300 } })).spells[0]).toMatchObject({
    outcome: 'served',
    wait: expect.closeTo(300, 0),
  })
})

test('who presses more goes first, and who was passed by is counted', () => {
  const busy = somebody(0, { turns: [600] })
  const [plain, urgent] = [somebody(60), somebody(120, { impact: 'high', urgency: 'high' })]
  const waits = run(twoHours([anAgent('ada')], [busy, plain, urgent])).spells.map(({ wait }) => Math.round(wait))
  expect(waits).toEqual([0, 600, 480])

  const sap = { needs: [{ skill: 'SAP', level: 1, required: true }] } as const
  const passed = run(twoHours([anAgent('ada')], [somebody(0, { needs: [...sap.needs] }), somebody(1)]))
  expect(passed.spells.map(({ passedBy }) => passedBy)).toEqual([true, false])
})

test('whoever waits for too long goes on in another line, leaves a message, or gives up, by the settings', () => {
  const lonely = (routing: object) =>
    run(
      twoHours([anAgent('ada'), anAgent('bob', { teams: ['network'] })], [somebody(0, { turns: [3000] }), somebody(10, { patience: 900 })]),
      aSetUp({ desk: routing, network: {} }),
    ).spells[1]

  expect(lonely({})).toMatchObject({ outcome: 'gave-up', wait: 900 })
  expect(lonely({ overflow: { team: 'network', afterSeconds: 120, atOnce: false } })).toMatchObject({
    outcome: 'served',
    moved: true,
    wait: expect.closeTo(120, 0),
  })
  expect(lonely({ limits: { length: null, wait: { seconds: 240, refuge: { to: 'message' } } } })).toMatchObject({
    outcome: 'message',
    wait: 240,
  })
})

test('nobody is there before the agents come, and another team stands in where it is to', () => {
  const late = twoHours([anAgent('ada', { here: [[600, 7200]] }), anAgent('bob', { teams: ['network'] })], [somebody(0)])

  expect(run(late, aSetUp({ desk: {}, network: {} })).spells[0]?.outcome).toBe('closed')
  const overflow = { team: 'network', afterSeconds: null, atOnce: true }
  expect(run(late, aSetUp({ desk: { overflow }, network: {} })).spells[0]).toMatchObject({ outcome: 'served', moved: true })
})

test('a chat that rests weighs as it is set: an agent takes a second one while the first one thinks', () => {
  const twoTalks = twoHours([anAgent('ada', { capacity: 1 })], [somebody(0, { turns: [60, 600, 60] }), somebody(90)])

  expect(Math.round(run(twoTalks).spells[1]?.wait ?? 0)).toBe(630)
  const light = aSetUp({ desk: { weights: { awaiting: 0, held: 0, 'wrap-up': 0 } } })
  expect(Math.round(run(twoTalks, light).spells[1]?.wait ?? 0)).toBe(0)
})

test('agents who miss what rings are set away for a while, and that is counted', () => {
  const traffic = { ...aDayOf(), answering: { seconds: 5, missed: 0.4, backAfterSeconds: 120 } }
  const deaf = figuresAfter(traffic)
  const awake = figuresAfter({ ...traffic, answering: { seconds: 5, missed: 0, backAfterSeconds: 120 } })

  expect(deaf.missed).toBeGreaterThan(10)
  expect(awake.missed).toBeLessThan(5)
  expect(deaf.p90 ?? 0).toBeGreaterThan(awake.p90 ?? 0)
})

test('who is known is waited for, where the team keeps those who come back', () => {
  const knows = { agent: 'bob', why: 'last' } as const
  const traffic = twoHours(
    [anAgent('ada'), anAgent('bob')],
    [somebody(0, { turns: [300] }), somebody(1, { turns: [400] }), somebody(50, { knows })],
  )
  const bobs = (keepForSeconds: number) =>
    run(traffic, aSetUp({ desk: { keepForSeconds } })).shifts.find(({ agent }) => agent === 'bob')?.carried

  expect(Math.round(bobs(600) ?? 0)).toBe(460)
  expect(Math.round(bobs(0) ?? 0)).toBe(400)
})

test('what is carried alike is even, and what one carries alone is not', () => {
  const half = { answering: { seconds: 1, missed: 0, backAfterSeconds: 60 } }
  const even = figuresAfter({ ...aDayOf({ agents: 4 }), ...half }, aSetUp({ desk: { method: 'least-loaded' } }))
  expect(even.fairness ?? 0).toBeGreaterThan(0.95)

  const alone = figuresAfter(
    twoHours([anAgent('ada'), anAgent('bob', { teams: ['network'] })], [somebody(0)]),
    aSetUp({ desk: {}, network: {} }),
  )
  expect(alone.fairness).toBeCloseTo(0.5, 5)
})

test('whoever waits for a team that is never there is not looked at again and again, and goes on as soon as it is', () => {
  const desk = aSetUp({ desk: { overflow: { team: 'network', afterSeconds: 60, atOnce: false } }, network: {} })
  const busy = somebody(0, { turns: [7000] })
  const many = Array.from({ length: 500 }, (_, nth) => somebody(nth + 10))
  expect(pausesIn(twoHours([anAgent('ada')], [busy, ...many]), desk)).toBeLessThan(150)

  const late = anAgent('bob', { teams: ['network'], here: [[3600, 7200]] })
  const { spells } = run(twoHours([anAgent('ada'), late], [busy, somebody(10)]), desk)
  expect(spells[1]).toMatchObject({ outcome: 'served', moved: true })
  expect(spells[1]?.wait).toBeLessThan(3620)
})

/** How often it stops to say how far it is: every few events. */
function pausesIn(traffic: Traffic, desk: DeskAsSetUp): number {
  let count = 0
  for (const running = simulate(traffic, desk, 1); !running.next().done; ) count++
  return count
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** The mean wait of M/M/c, by the formula that is named Erlang C. */
function erlangWait(perSecond: number, talk: number, agents: number): number {
  const load = perSecond * talk
  let [term, sum] = [1, 0]
  for (let busy = 0; busy < agents; busy++) {
    sum += term
    term *= load / (busy + 1)
  }
  const all = term / (1 - load / agents)
  return ((all / (sum + all)) * talk) / (agents - load)
}
