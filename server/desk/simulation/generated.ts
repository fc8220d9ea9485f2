import { timesFrom } from './chance.ts'
import type { Arrival, Helper, Traffic } from './traffic.ts'

/** Traffic as nobody has had it yet: so many an hour, for so many hours, and so many agents to help. */
export interface Wanted {
  team: string
  perHour: number
  hours: number
  agents: number
  capacity: number
  /** How long a talk lasts in the mean. */
  talkMinutes: number
  /** How long somebody waits in the mean before he gives up; null is for ever. */
  patienceMinutes: number | null
  begins: number
}

/**
 * Poisson arrivals, log-normal talks and exponential patience, as they were found at a call centre (Brown, Gans, Mandelbaum
 * and others: Statistical Analysis of a Telephone Call Center, JASA 100, 2005). The same seed gives the same traffic.
 */
export function generated(wanted: Wanted, seed: number): Traffic {
  const seconds = wanted.hours * 3600
  const chance = timesFrom(seed)
  const arrivals: Arrival[] = []
  for (let at = chance.exponential(3600 / wanted.perHour); at < seconds; at += chance.exponential(3600 / wanted.perHour)) {
    const talk = chance.logNormal(wanted.talkMinutes * 60, talkSpread)
    arrivals.push({
      ...plain,
      at: rounded(at),
      requester: `requester ${arrivals.length + 1}`,
      team: wanted.team,
      patience: wanted.patienceMinutes === null ? null : rounded(chance.exponential(wanted.patienceMinutes * 60)),
      turns: turnsOf(talk, chance.next),
      wrapUp: rounded(chance.exponential(wrapUpSeconds)),
    })
  }
  return { begins: wanted.begins, seconds, helpers: helpersFor(wanted, seconds), arrivals, answering: usualAnswering }
}

/** The standard deviation of a talk is about as large as its mean. */
const talkSpread = 1
const wrapUpSeconds = 45
export const usualAnswering = { seconds: 6, missed: 0.03, backAfterSeconds: 120 }

const plain = {
  topic: null,
  needs: [],
  language: null,
  impact: 'low',
  urgency: 'medium',
  vip: false,
  knows: null,
} as const satisfies Partial<Arrival>

/** Agents and requesters write in turns of about a minute each. */
function turnsOf(talk: number, next: () => number): number[] {
  const count = Math.min(2 * Math.ceil(talk / 120), mostTurns)
  const parts = Array.from({ length: count }, () => 0.5 + next())
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => rounded((part / whole) * talk))
}

const mostTurns = 30

/** They stay an hour longer than people come, so that whoever came is helped. */
const helpersFor = ({ agents, capacity, team }: Wanted, seconds: number): Helper[] =>
  Array.from({ length: agents }, (_, place) => {
    const id = `agent ${String(place + 1).padStart(3, '0')}`
    return { id, name: id, teams: [team], capacity, skills: {}, languages: [], here: [[0, seconds + 3600]] }
  })

const rounded = (seconds: number) => Math.max(0.001, Math.round(seconds * 1000) / 1000)
