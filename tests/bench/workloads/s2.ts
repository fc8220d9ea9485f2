import { randomUUID } from 'node:crypto'
import { median, medianRatio } from '../figures.ts'
import type { Part } from '../generator/cast.ts'
import { aLoadOn, type Load } from '../load.ts'
import type { Options } from '../options.ts'
import { keepResults, printTable } from '../report.ts'
import { seed } from '../seeds.ts'
import { aReference, type Target, theDesk } from '../targets.ts'

type Started = Awaited<ReturnType<Load['start']>>

/** One team, as large as teams are. */
const agentCount = 25
/** A help desk runs for weeks: what is measured is code that has been compiled and statements that have been planned. */
const warmUp = 1_200

/** The start of a chat: new visitors come from nothing, open a chat, and an agent's client has it. */
export async function starts(options: Options): Promise<void> {
  const { repetitions, seconds, quick } = options
  const rates = quick ? [20] : [20, 50]
  const runs = rates.length * repetitions
  const perRun = Math.max(...rates) * seconds
  const targets = [await aReference('queue', 'Socket.IO, a Redis queue and a row'), await theDesk(options)]
  const halls = []
  for (const target of targets) halls.push(await aHall(target, runs * perRun + warmUp))
  for (const { load, visitors } of halls) await load.start({ visitors: visitors.splice(0, warmUp), rate: 60 })

  const results: { rate: number; name: string; started: Started[] }[] = []
  for (const rate of rates) {
    const started: Started[][] = halls.map(() => [])
    for (let repetition = 0; repetition < repetitions; repetition++) {
      for (const [place, { load, visitors }] of halls.entries()) {
        started[place]?.push(await load.start({ visitors: visitors.splice(0, rate * seconds), rate }))
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
    printAt(rate, targets, started)
    results.push(...targets.map(({ name }, place) => ({ rate, name, started: started[place] ?? [] })))
  }
  keepResults('s2', { options, results })
}

/** A target with its agents there and available, and visitors who have a visit and nothing else. */
async function aHall(target: Target, count: number) {
  const load = aLoadOn(target)
  const people =
    target.dialect === 'desk' && target.databaseUrl
      ? await seed(target.databaseUrl, { requesters: count, agents: agentCount })
      : strangers(count)
  await load.enter({ parts: people.agents, atOnce: 20, available: true })
  return { load, visitors: people.requesters.map((visitor) => ({ ...visitor, conversations: [randomUUID()] })) }
}

function strangers(count: number): { requesters: Part[]; agents: Part[] } {
  const those = (side: Part['side'], size: number, auth: object) =>
    Array.from({ length: size }, () => ({ side, headers: {}, auth, conversations: [] }))
  return { requesters: those('requester', count, {}), agents: those('agent', agentCount, { agent: true }) }
}

function printAt(rate: number, targets: Target[], started: Started[][]) {
  printTable(
    targets.map(({ name }, place) => {
      const of = (figure: (one: Started) => number, where = place) => (started[where] ?? []).map(figure)
      return {
        [`${rate} starts a second`]: name,
        'ready p50 ms': median(of(({ ready }) => ready.p50)),
        p99: median(of(({ ready }) => ready.p99)),
        'shown p50 ms': median(of(({ shown }) => shown.p50)),
        'p99 ': median(of(({ shown }) => shown.p99)),
        'CPU ms a start': median(of(({ cpu, begun }) => (cpu.all / begun) * 1e3)),
        lost: of(({ lost }) => lost).reduce((sum, one) => sum + one, 0),
        'shown p50 ratio': medianRatio(
          of(({ shown }) => shown.p50),
          of(({ shown }) => shown.p50, 0),
        ),
        'CPU ratio': medianRatio(
          of(({ cpu, begun }) => cpu.all / begun),
          of(({ cpu, begun }) => cpu.all / begun, 0),
        ),
      }
    }),
  )
}
