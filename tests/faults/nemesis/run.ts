import { aBalancer } from '../../support/balancer.ts'
import { aChance } from '../../support/chance.ts'
import { aHistory } from '../../support/history.ts'
import { aHouse, type House } from '../../support/house.ts'
import { watchLoads } from '../../support/loads.ts'
import { aProxy } from '../../support/proxy.ts'
import { range } from '../../support/talk.ts'
import { anAgentActor } from './agent.ts'
import { broken, unsettled } from './check.ts'
import { whatIsKept } from './found.ts'
import type { Actor } from './life.ts'
import { backInTime, nemesis, type Struck } from './nemesis.ts'
import { aPlan, type Severity } from './plan.ts'
import { aRequesterActor } from './requester.ts'
import { watchesLoads, watchesMemory } from './watch.ts'

export interface Wanted {
  seed: number
  lasts: { seconds: number } | { troubles: number }
  /** After so many seconds everything is mended, and everybody waits until what he sees is the table. */
  roundSeconds?: number
  requesters: number
  agents: number
  severity: Severity
  /** Where every invoke, ok, fail and unknown is written down, line by line. */
  historyFile?: string
  say?: (line: string) => void
}

export type Report = Awaited<ReturnType<typeof runNemesis>>

const settings = {
  graceSeconds: 4,
  offerSeconds: 3,
  reofferAfterSeconds: 2,
  missedBeforeAway: 3,
  wrapUpSeconds: 3,
  logAfterSeconds: 1,
}
const settleSeconds = 40
const lookEveryMs = 500
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** People use two processes of one desk while one thing after the other goes wrong; afterwards everything is compared with the laws. */
export async function runNemesis(wanted: Wanted) {
  const house = await aHouse({ settings })
  try {
    return await runIn(house, wanted)
  } finally {
    await house.close()
  }
}

async function runIn(house: House, wanted: Wanted) {
  const { seed, lasts, severity, roundSeconds = Number.POSITIVE_INFINITY, say = () => {} } = wanted
  await watchLoads(house.pool)
  const desks = [await house.desk(), await house.desk()]
  const balancer = await aBalancer(desks.map(({ port }) => port))
  const roads = [await aProxy(placeOf(balancer.url)), await aProxy(placeOf(balancer.url))]
  const history = aHistory(wanted.historyFile)
  const urls = roads.map(({ url }) => url)
  const actors = await theCast(house, wanted, history, urls)
  const loads = watchesLoads(house.pool, lookEveryMs)
  const memory = watchesMemory(desks, lookEveryMs)
  try {
    const targets = { house, desks, roads, answered: () => history.counts().ok }
    const plan = aPlan(seed, severity)
    const struck: Struck[] = []
    const never: string[] = []
    const end = 'seconds' in lasts ? Date.now() + lasts.seconds * 1000 : 0
    const isOver = () => ('seconds' in lasts ? Date.now() >= end : struck.length >= lasts.troubles)
    while (!isOver()) {
      const roundEnd = Date.now() + roundSeconds * 1000
      const failure = await nemesis(plan, targets, struck, () => isOver() || Date.now() >= roundEnd, say).catch((error: Error) => error)
      never.push(...(await settles(house, actors)))
      // What is never served again need not be struck again.
      if (failure) never.push(failure.message)
      if (failure) break
      const { ok, unknown } = history.counts()
      say(
        `everything is mended; so far ${struck.length} troubles, ${ok} acts acknowledged, ${unknown} unknown, ${never.length} not settled; the processes hold ${memory.now()}`,
      )
    }
    await Promise.all(actors.map((actor) => actor.leaves()))
    const found = await whatIsKept(house.pool)
    const laws = {
      settledInTime: never,
      ...(await broken(house.pool, found, history.attempts())),
      backInTime: backInTime(struck),
      loadsTrueAtEveryMoment: await loads.stop(),
    }
    return {
      seed,
      struck,
      laws,
      history: history.counts(),
      messages: found.kept.filter(({ entry }) => entry.kind === 'said').length,
      conversations: found.conversations.length,
      given: found.kept.filter(({ entry }) => entry.kind === 'assigned').length,
      memory: memory.memory,
    }
  } finally {
    await loads.stop()
    memory.stop()
    await Promise.allSettled(actors.map((actor) => actor.leaves()))
    await Promise.all(roads.map((road) => road.end()))
    await balancer.end()
  }
}

/** What was broken, law by law; nothing if all is well. */
export const violationsIn = ({ laws }: Pick<Report, 'laws'>): string[] =>
  Object.entries(laws).flatMap(([law, wrong]) => wrong.map((one) => `${law}: ${one}`))

const placeOf = (url: string) => ({ host: '127.0.0.1', port: Number(new URL(url).port) })

/** Requesters, agents of two teams, and a supervisor; each draws from a chance of his own. */
async function theCast(house: House, { seed, requesters, agents }: Wanted, history: ReturnType<typeof aHistory>, urls: string[]) {
  const networks = await house.aTeam('Networks')
  const teams = [house.team, networks]
  let drawn = 0
  const common = () => ({ urls, history, chance: aChance(seed * 1_000 + ++drawn) })
  const actors: Actor[] = []
  for (const n of range(agents)) {
    const who = await house.agent(`Agent ${n}`, { capacity: 3, teams: n % 2 ? teams : [house.team] })
    actors.push(anAgentActor({ who, teams, ...common() }))
  }
  const zoe = await house.agent('Zoe', { capacity: 2, role: 'supervisor', teams })
  const opened = () => history.attempts().flatMap(({ act, id }) => (act.kind === 'open' ? [id] : []))
  actors.push(anAgentActor({ who: zoe, teams, oversees: opened, ...common() }))
  for (const n of range(requesters))
    actors.push(aRequesterActor({ who: await house.requester(`Requester ${n}`), topics: teams, ...common() }))
  return actors
}

/** Lets everybody finish, until all have what the table has and nobody waits whom somebody could help; returns what of it never came true. */
async function settles(house: House, actors: Actor[]): Promise<string[]> {
  for (const actor of actors) actor.calms(true)
  const end = Date.now() + settleSeconds * 1000
  let open: string[] = []
  do {
    await pause(0.5)
    const undone = actors.filter((actor) => !actor.isDone()).map((actor) => `${actor.name} is not answered`)
    const seen = actors.flatMap((actor) => actor.seen())
    open = [...undone, ...unsettled(await whatIsKept(house.pool), seen, settings.reofferAfterSeconds)]
  } while (open.length > 0 && Date.now() < end)
  for (const actor of actors) {
    actor.forgets()
    actor.calms(false)
  }
  return open
}
