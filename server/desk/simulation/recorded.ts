import type { Need } from '../../../shared/skills.ts'
import type { Impact, Urgency } from '../../../shared/ticket.ts'
import { seedFor, timesFrom } from './chance.ts'
import { usualAnswering } from './generated.ts'
import { type Activity, presenceOf } from './presence.ts'
import { type Story, storyOf } from './story.ts'
import type { Answering, Arrival, Helper, Traffic } from './traffic.ts'

/** A stretch of time as it is kept. Moments are in milliseconds since 1970. */
export interface Recorded {
  begins: number
  ends: number
  /** When it was read: a talk that has not ended yet lasts until then. */
  readAt: number
  talks: RecordedTalk[]
  agents: RecordedAgent[]
}

/** A conversation that began in it, with what matters here of its timeline, in order. */
export interface RecordedTalk {
  id: string
  topic: string | null
  /** What its topic asks for. */
  needs: Need[]
  knows: Arrival['knows']
  entries: RecordedEntry[]
}

export interface RecordedEntry {
  kind: string
  at: number
  by: string
  agent: string | null
  team: string | null
  requester: string | null
  language: string | null
  entrance: 'line' | 'message' | null
  why: string | null
  impact: Impact | null
  urgency: Urgency | null
  needs: Need[] | null
}

export interface RecordedAgent extends Omit<Helper, 'here'> {
  /** When he became available, and when he no longer was; empty where nobody noted it. */
  noted: { at: number; available: boolean }[]
}

/** A day that was, as traffic that can come again. What nobody can know of it is left to chance, by the seed. */
export function trafficOf(recorded: Recorded, seed: number, wrapUpSeconds: number): Traffic {
  const { begins, ends, readAt, talks, agents } = recorded
  const stories = talks.flatMap((talk) => storyOf(talk, readAt, wrapUpSeconds) ?? [])
  const mean = meanPatience(stories)
  const lend = lenderOf(stories, wrapUpSeconds)
  const seconds = (ends - begins) / 1000
  const activity = activityIn(talks)
  return {
    begins,
    seconds,
    arrivals: stories
      .map(
        ({ id, waited, gaveUp, talk, ...arrival }): Arrival => ({
          ...arrival,
          ...(talk ?? lend(arrival.team, seedFor(seed, 'talk', id))),
          at: (arrival.at - begins) / 1000,
          patience: gaveUp ? waited : patienceBeyond(waited, mean, seedFor(seed, 'patience', id)),
        }),
      )
      .sort((one, other) => one.at - other.at || (one.requester < other.requester ? -1 : 1)),
    helpers: agents.flatMap(({ noted, ...agent }) => {
      const here = presenceOf(noted, activity.get(agent.id) ?? [], { begins, ends })
      return here.length > 0 ? [{ ...agent, here }] : []
    }),
    answering: answeringIn(talks),
  }
}

/**
 * The mean of an exponential patience where of those who were helped only a lower bound is known: all the time that was waited,
 * by how many gave up. It is the maximum-likelihood estimate under censoring (Kalbfleisch, Prentice: The Statistical Analysis of
 * Failure Time Data, section 3.3; for the patience of callers Brown, Gans, Mandelbaum and others, JASA 100, 2005, section 5).
 * Null where nobody gave up.
 */
function meanPatience(stories: readonly Story[]): number | null {
  const gaveUp = stories.filter((one) => one.gaveUp).length
  return gaveUp === 0 ? null : stories.reduce((sum, { waited }) => sum + waited, 0) / gaveUp
}

/** Whoever was helped would have waited on, for how long nobody knows: an exponential patience does not remember what was waited. */
const patienceBeyond = (waited: number, mean: number | null, seed: number) =>
  mean === null ? null : Math.round((waited + timesFrom(seed).exponential(mean)) * 1000) / 1000

type Talk = Pick<Arrival, 'turns' | 'wrapUp'>

/** With other settings somebody may be helped who was not: then he talks as one of the others did, of his team if there are any. */
function lenderOf(stories: readonly Story[], wrapUp: number) {
  const all = stories.flatMap(({ talk }) => talk ?? [])
  const byTeam = new Map([...new Set(stories.map(({ team }) => team))].map((team) => [team, talksOf(stories, team)]))
  return (team: string, seed: number): Talk => {
    const mine = byTeam.get(team) ?? []
    const some = mine.length > 0 ? mine : all
    return some[Math.floor(timesFrom(seed).next() * some.length)] ?? { turns: usualTurns, wrapUp }
  }
}

const talksOf = (stories: readonly Story[], team: string) => stories.flatMap((one) => (one.team === team && one.talk ? [one.talk] : []))

/** Where nobody was helped at all. */
const usualTurns = [60, 60, 60, 60, 60, 60, 60, 60]

/** How quickly agents took what rang for them, and how much of it they let ring out. */
function answeringIn(talks: readonly RecordedTalk[]): Answering {
  const times: number[] = []
  let [rang, missed] = [0, 0]
  for (const { entries } of talks) {
    let since: number | null = null
    for (const { kind, at, why } of entries) {
      if (kind === 'offered') {
        since = at
        rang++
      } else if (kind === 'assigned' && why === 'offer' && since !== null) times.push((at - since) / 1000)
      else if (kind === 'expired') missed++
    }
  }
  if (times.length < enough) return usualAnswering
  const mean = times.reduce((sum, one) => sum + one, 0) / times.length
  return { ...usualAnswering, seconds: Math.max(0.001, mean), missed: missed / rang }
}

/** So few answers say nothing about how agents answer. */
const enough = 10

/** When each agent did something, or had somebody to talk to. */
function activityIn(talks: readonly RecordedTalk[]): Map<string, Activity[]> {
  const found = new Map<string, Activity[]>()
  const add = (agent: string, from: number, to: number) => {
    const known = found.get(agent)
    if (known) known.push([from, to])
    else found.set(agent, [[from, to]])
  }
  for (const { entries } of talks) {
    let owner: { agent: string; since: number } | null = null
    for (const { kind, at, agent } of entries) {
      if (agent && (kind === 'assigned' || kind === 'declined')) add(agent, at, at)
      if (kind !== 'assigned' && !over.has(kind)) continue
      if (owner) add(owner.agent, owner.since, at)
      owner = kind === 'assigned' && agent ? { agent, since: at } : null
    }
  }
  return found
}

const over: ReadonlySet<string> = new Set(['ended', 'queued', 'resolved', 'message-left'])
