import { randomUUID } from 'node:crypto'
import { presentSide } from '../../../server/desk/simulation/proposal.ts'
import { createTrials, type TrialPorts } from '../../../server/desk/simulation/trials.ts'
import { enterAlone } from '../../../server/postgres/one-at-a-time.ts'
import { closeRedis, connectRedis, type Redis } from '../../../server/redis/connection.ts'
import { simulationHandlers } from '../../../server/sockets/simulation.ts'
import { createTrying } from '../../../server/trying.ts'
import type { Helping } from '../../../shared/people.ts'
import type { Asked } from '../../../shared/protocol.ts'
import { defaultRouting } from '../../../shared/team-routing.ts'
import { eventually } from '../../support/eventually.ts'
import { aLine, type TestLine } from '../../support/line.ts'
import { refusedWith } from '../../support/refused.ts'
import { aDayOf, aSetUp, wholly } from '../desk/simulation/a-simulation.ts'

let line: TestLine
let trying: ReturnType<typeof createTrying>
let redis: Redis
beforeAll(async () => {
  line = await aLine()
  redis = await connectRedis(line.redis.url, fails)
  trying = createTrying({ pool: line.pool, redis, now: line.now, onBug: fails })
})
afterAll(async () => {
  await closeRedis(redis)
  await line.close()
})

const person = (name: string, role: Helping['role']): Helping => ({ kind: 'agent', id: randomUUID(), name, role, teams: [] })
const [olga, sam, ada] = [person('Olga', 'administrator'), person('Sam', 'supervisor'), person('Ada', 'agent')]
const rita = { kind: 'requester', id: randomUUID(), name: 'Rita', email: null, verified: false } as const

/** What this person asks of a desk, with trials on the database of the line. */
function asking(handlers: ReturnType<typeof simulationHandlers>) {
  const caller = (who: Helping | typeof rita) => ({ who, connection: 'x', address: 'x', enter: async () => {}, leave: async () => {} })
  return {
    start: (who: Helping | typeof rita, more: Partial<Asked<'simulation:start'>> = {}) =>
      handlers['simulation:start'](caller(who), wanted(more)),
    ask: (who: Helping | typeof rita, asked: Asked<'simulation:start'>) => handlers['simulation:start'](caller(who), asked),
    look: (who: Helping | typeof rita, run: string) => handlers['simulation:look'](caller(who), { run }),
    stop: (who: Helping | typeof rita, run: string) => handlers['simulation:stop'](caller(who), { run }),
  }
}

const chance = { from: 'chance', perHour: 20, hours: 1, agents: 2, capacity: 2, talkMinutes: 8, patienceMinutes: 10 } as const
const wanted = (more: Partial<Asked<'simulation:start'>>) => ({
  team: line.team,
  routing: { ...defaultRouting, method: 'round-robin' as const },
  traffic: chance,
  aimSeconds: 60,
  seed: 1,
  ...more,
})

test('a supervisor lets made-up traffic come to present and proposed settings, and sees what came of it; nobody else does', async () => {
  const desk = asking(simulationHandlers(trying))
  const { run } = await desk.start(sam)
  await eventually(async () => (await desk.look(sam, run)).state === 'done')
  expect(await desk.look(sam, run)).toMatchObject({
    comparison: { agents: 2, present: { teams: [{ team: 'Service desk' }] }, proposed: { all: { asked: expect.any(Number) } } },
  })

  await refusedWith('not-found', desk.look(olga, run))
  await refusedWith('not-allowed', desk.look(ada, run))
  await refusedWith('not-allowed', desk.start(ada))
  await refusedWith('not-allowed', desk.start(rita))
})

test('a day on which nobody came, and a team that is not there, are told so', async () => {
  const desk = asking(simulationHandlers(trying))
  const tells = async (more: Partial<Asked<'simulation:start'>>) => {
    const { run } = await desk.start(olga, more)
    await eventually(async () => (await desk.look(olga, run)).state !== 'running')
    return desk.look(olga, run)
  }

  expect(await tells({ traffic: { from: 'day', day: '2020-01-01' } })).toEqual({ state: 'refused', refusal: 'nobody-came' })
  expect(await tells({ team: randomUUID() })).toEqual({ state: 'refused', refusal: 'no-such-team' })
})

test('a proposal is checked as a file that is imported, tried by who made it, and by nobody else', async () => {
  const desk = asking(simulationHandlers(trying))
  const check = (file: object | string, written: object | null = null) =>
    trying.proposing.check(sam.id, {
      file: typeof file === 'string' ? file : JSON.stringify(file),
      written: written && JSON.stringify(written),
    })
  const team = (routing: object) => ({ version: 1, teams: [{ name: 'Service desk', routing }] })

  expect(await check('{')).toMatchObject({ problems: [{ fault: { what: 'not-json' } }] })
  expect(await check(team({ offerSeconds: 2 }))).toMatchObject({ problems: [{ fault: { what: 'least', bound: 5 } }] })
  expect(await check(team({ overflow: { team: 'Nowhere', afterSeconds: 60, atOnce: true } }))).toMatchObject({
    problems: [{ fault: { what: 'no-such-team', name: 'Nowhere' } }],
  })

  const length = { most: 1, refuge: { to: 'message' } }
  const checked = await check({ ...team({ offerSeconds: 20 }), desk: { wrapUpSeconds: 30 } }, team({ limits: { length, wait: null } }))
  if (checked.problems) throw new Error(JSON.stringify(checked.problems))
  expect(checked.changes.map(({ place }) => place.join('.'))).toEqual([
    'desk.wrapUpSeconds',
    'teams.Service desk.routing.offerSeconds',
    'teams.Service desk.routing.limits.length',
  ])
  const { routing: _, ...start } = wanted({ proposal: checked.proposal, traffic: { ...chance, perHour: 60, patienceMinutes: null } })
  const outcomeFor = async (who: Helping) => {
    const { run } = await desk.ask(who, start)
    await eventually(async () => (await desk.look(who, run)).state !== 'running')
    return desk.look(who, run)
  }
  expect(await outcomeFor(olga)).toEqual({ state: 'refused', refusal: 'not-found' })
  const outcome = await outcomeFor(sam)
  if (outcome.state !== 'done') throw new Error(outcome.state)
  const { present, proposed } = outcome.comparison
  expect(present.all.messages).toBe(0)
  expect(proposed?.all.messages).toBeGreaterThan(0)
})

test('one at a time, whatever process it is in; it lets others go on meanwhile, and stops when it is not wanted', async () => {
  let rested = 0
  let time = 0
  const ports: TrialPorts = {
    read: async () => {
      const traffic = aDayOf({ hours: 8 })
      return { traffic, present: presentSide(wholly(aSetUp()), traffic), proposed: null, seed: 1, aimSeconds: 60 }
    },
    enter: () => enterAlone(line.pool, 'simulation'),
    newId: randomUUID,
    clock: () => (time += 3),
    rest: async () => {
      rested++
      await new Promise((resolve) => setImmediate(resolve))
    },
    onBug: fails,
  }
  const [here, there] = [createTrials(ports), createTrials(ports)].map((trials) => asking(simulationHandlers({ trials })))
  if (!here || !there) throw new Error('They are not there')
  const { run } = await here.start(olga)
  await refusedWith('trial-runs', here.start(sam))
  await refusedWith('trial-runs', there.start(sam))
  await eventually(() => rested > 3)
  expect(await here.look(olga, run)).toMatchObject({ state: 'running', done: expect.any(Number) })

  await here.stop(olga, run)
  await eventually(async () => (await here.look(olga, run)).state === 'refused')
  expect(await here.look(olga, run)).toEqual({ state: 'refused', refusal: 'trial-stopped' })
  await eventually(async () => Boolean(await there.start(sam).catch(() => null)))
})

const fails = (error: unknown) => {
  throw error
}
