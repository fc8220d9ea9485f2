import { aChance } from '../../support/chance.ts'
import { freeze } from '../../support/frozen.ts'
import type { House } from '../../support/house.ts'
import type { FaultyLine } from '../../support/proxy.ts'
import { until } from '../../support/until.ts'
import type { Fault } from './plan.ts'

type Desk = Awaited<ReturnType<House['desk']>>

/** Everything that can be struck. */
export interface Targets {
  house: Pick<House, 'postgres' | 'redis'>
  desks: Desk[]
  /** The lines by which people come. */
  roads: FaultyLine[]
  /** How many acts of people were acknowledged so far. */
  answered(): number
}

/** How something is mended. */
export interface Mend {
  now(): Promise<unknown>
  /** Whether everything else must be mended before. */
  needsAll: boolean
}

/** Lets something go wrong; returns how it is mended. */
export async function strike(fault: Fault, targets: Targets): Promise<Mend> {
  return { now: await goesWrong(fault, targets), needsAll: fault.part === 'server' }
}

async function goesWrong(fault: Fault, targets: Targets): Promise<() => Promise<unknown>> {
  const { house, desks, roads } = targets
  const desk = at(desks, fault.which)
  switch (fault.part) {
    case 'server':
      return strikeServer(fault, desk)
    case 'redis':
      return strikeRedis(fault, house.redis)
    case 'postgres':
      return strikePostgres(fault, house.postgres)
    case 'line to people':
      return strikeLine(fault, at(roads, fault.which))
    case 'line to redis':
      return strikeLine(fault, desk.toRedis)
    case 'line to postgres':
      return strikeLine(fault, desk.toPostgres)
  }
}

function at<T>(list: T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('There is nothing to strike')
  return found
}

async function strikeServer({ what }: Fault & { part: 'server' }, desk: Desk) {
  if (what === 'frozen') return unfrozen(desk.pid())
  if (what === 'killed') await desk.kill9()
  else desk.signal('SIGTERM')
  return async () => {
    await desk.ended()
    await desk.start()
  }
}

async function strikeRedis({ what }: Fault & { part: 'redis' }, redis: House['redis']) {
  if (what === 'frozen') return unfrozen(redis.pid())
  if (what === 'killed') {
    await redis.kill()
    return () => redis.restart()
  }
  await redis.flush()
  return async () => undefined
}

async function strikePostgres({ what }: Fault & { part: 'postgres' }, postgres: House['postgres']) {
  if (what === 'frozen') return unfrozen(postgres.pid())
  if (what === 'stopped') {
    await postgres.stop()
    return () => postgres.start()
  }
  const before = postgres.pid()
  postgres.kill()
  // Its supervisor brings it back.
  return () => until('PostgreSQL is back', () => postgres.pid() !== before)
}

function unfrozen(pid: number) {
  const goOn = freeze(pid)
  return async () => goOn()
}

async function strikeLine({ what, amount }: Fault & { part: `line to ${string}` }, line: FaultyLine) {
  const speaker = amount < 0.5 ? 'client' : 'server'
  const chance = aChance(Math.floor(amount * 2 ** 32))
  const ways: Record<typeof what, () => unknown> = {
    cut: () => line.cut(),
    closed: () => line.close(),
    'black hole': () => line.blackHole(),
    late: () => line.delay(20 + amount * 200, () => chance.between(0, amount * 200)),
    'half-open': () => line.dropWordsOf(speaker),
    throttled: () => line.throttle(10_000 + amount * 50_000),
    'cut after some bytes': () => void line.cutAfter(amount * 5_000, speaker),
    forgotten: () => line.forget(),
  }
  ways[what]()
  return async () => line.heal()
}
