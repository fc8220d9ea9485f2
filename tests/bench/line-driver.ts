import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { createClient } from 'redis'
import type { createFastLine } from '../../server/redis/line.ts'
import { answerAsked } from './answering.ts'
import { createLatencies, type Spread } from './generator/latencies.ts'
import { places } from './places.ts'

/** Drives a waiting line in Redis, in a process of its own. */
export type LineQuestion = { do: 'fill'; line: 'desk' | 'bare'; url: string; waiting: number } | { do: 'assign'; seconds: number }

export interface Assigned {
  assigned: number
  seconds: number
  /** How long one assignment took, without the release and the arrival after it. */
  took: Spread
}

/** One team's line: gives the first who wait to agents, lets the agents finish at once, and lets as many arrive. */
interface TeamLine {
  arrive(conversation: string, turn: number): Promise<unknown>
  assign(took: (milliseconds: number) => void): Promise<number>
}

const teamCount = 8
const agentsInTeam = 25
const capacity = 5
/** As many as the dispatcher looks at in one go. */
const window = 32
/** A priority counts as so many milliseconds of waiting. */
const headStarts = [3600, 1800, 600, 0].map((seconds) => seconds * 1000)

let teams: TeamLine[] = []
const turnOf = (number: number) => 1_700_000_000_000 + number - (headStarts[number % headStarts.length] ?? 0)
let arrivals = 0

answerAsked<LineQuestion>(async (question) => (question.do === 'fill' ? fill(question) : assignFor(question.seconds)))

async function fill({ line, url, waiting }: LineQuestion & { do: 'fill' }) {
  const redis = await aClient(url)
  const names = Array.from({ length: teamCount }, () => randomUUID())
  teams = line === 'desk' ? await deskTeams(redis, names) : await Promise.all(names.map((name) => bareTeam(redis, name)))
  for (arrivals = 0; arrivals < waiting; ) {
    const some = Array.from({ length: Math.min(100, waiting - arrivals) }, () => arriveAt(arrivals++))
    await Promise.all(some)
  }
}

const arriveAt = (number: number) => teams[number % teamCount]?.arrive(randomUUID(), turnOf(number))

async function assignFor(seconds: number): Promise<Assigned> {
  const latencies = createLatencies(2_000_000)
  const begun = performance.now()
  const late = begun + seconds * 1000
  const assigned = await Promise.all(
    teams.map(async (team) => {
      let count = 0
      while (performance.now() < late) count += await team.assign(latencies.add)
      return count
    }),
  )
  return { assigned: assigned.reduce((sum, one) => sum + one, 0), seconds: (performance.now() - begun) / 1000, took: latencies.spread() }
}

type DeskRedis = Parameters<typeof createFastLine>[0]
type Redis = Awaited<ReturnType<typeof aClient>>

async function aClient(url: string) {
  const client = createClient({ url })
  client.on('error', (error) => console.error(error))
  await client.connect()
  return client
}

/** The product's line, used as its dispatcher uses it: a lease, the heads, a proposal for each, and each accepted. */
async function deskTeams(redis: Redis, names: string[]): Promise<TeamLine[]> {
  const built = (await import(pathToFileURL(places.built('redis/line.mjs')).href)) as { createFastLine: typeof createFastLine }
  const fast = built.createFastLine(redis as unknown as DeskRedis)
  await fast.madeWhole()
  return names.map((team): TeamLine => {
    const agents = Array.from({ length: agentsInTeam }, () => randomUUID())
    let next = 0
    return {
      arrive: (conversation, turn) => fast.put(team, conversation, turn),
      async assign(took) {
        const token = randomUUID()
        const claimed = await fast.claim(team, window, token, 5_000)
        const heads = Array.isArray(claimed) ? claimed.flatMap(({ ids }) => ids) : []
        const till = Date.now() + 5_000
        const done = await Promise.all(
          heads.map(async (conversation) => {
            const agent = agents[next++ % agentsInTeam] ?? ''
            const begun = performance.now()
            const given = await fast.propose({ team, conversation, agent, offer: randomUUID(), room: capacity, till })
            took(performance.now() - begun)
            if (!given) return 0
            await fast.settle(team, conversation)
            await fast.put(team, randomUUID(), turnOf(arrivals++))
            return 1
          }),
        )
        await fast.unlease(team, token)
        return done.reduce<number>((sum, one) => sum + one, 0)
      },
    }
  })
}

/** Two scripts that do no more than they must. */
async function bareTeam(redis: Redis, team: string): Promise<TeamLine> {
  const [claim, release] = await Promise.all(
    ['claim', 'release'].map((name) => redis.scriptLoad(readFileSync(`${places.scripts}/${name}.lua`, 'utf8'))),
  )
  const keys = [`waiting:${team}`, `agents:${team}`]
  for (let agent = 0; agent < agentsInTeam; agent++) await redis.zAdd(`agents:${team}`, { value: randomUUID(), score: 0 })
  return {
    arrive: (value, score) => redis.zAdd(`waiting:${team}`, { value, score }),
    async assign(took) {
      const done = await Promise.all(
        Array.from({ length: window }, async () => {
          const begun = performance.now()
          const pair = (await redis.evalSha(claim ?? '', { keys, arguments: [String(capacity)] })) as [string, string] | null
          took(performance.now() - begun)
          if (!pair) return 0
          await redis.evalSha(release ?? '', { keys, arguments: [pair[1], randomUUID(), String(turnOf(arrivals++))] })
          return 1
        }),
      )
      return done.reduce<number>((sum, one) => sum + one, 0)
    },
  }
}
