import type { Behind } from '../../../shared/queue.ts'
import { meets } from '../../../shared/skills.ts'
import type { Method, Routing } from '../../../shared/team-routing.ts'
import type { Candidate, Head } from './line-ports.ts'

/** The settings that a decision follows. */
export type RoutedBy = Pick<Routing, 'method' | 'reofferAfterSeconds' | 'pacingSeconds' | 'languageFirst'>

/** An agent while heads are given out: what he was given in this round counts already. Moments are in milliseconds. */
export interface Ranked extends Candidate {
  idle: number
  given: number
}

type Order = (one: Ranked, other: Ranked) => number

/** Who comes first of those who can take it: by language, by what is preferred, then by the method of the team. */
export function rankingFor(head: Head, routing: RoutedBy): Order {
  const orders = ordersFor(head, routing)
  return (one, other) => {
    for (const { order } of orders) {
      const difference = order(one, other)
      if (difference !== 0) return difference
    }
    return one.agent < other.agent ? -1 : 1
  }
}

/** Why one comes after the other: what first told them apart. */
export function behindBecause(agent: Ranked, best: Ranked, head: Head, routing: RoutedBy): Behind {
  const orders = ordersFor(head, routing)
  return (orders.find(({ order }) => order(agent, best) > 0) ?? orders.at(-1))?.why ?? 'later-turn'
}

interface Reason {
  why: Behind
  order: Order
}

function ordersFor(head: Head, { method, languageFirst }: RoutedBy): Reason[] {
  const { language, needs = [] } = head
  const byMethod = method === 'manual' ? [] : methods[method]
  return [
    ...(languageFirst && language ? [{ why: 'language' as const, order: most((agent) => Number(speaks(agent, language))) }] : []),
    ...(needs.length > 0 ? [{ why: 'less-skilled' as const, order: most((agent) => met(agent, head)) }] : []),
    ...byMethod,
  ]
}

const most =
  (count: (agent: Ranked) => number): Order =>
  (one, other) =>
    count(other) - count(one)

/** Whoever has said nothing of his languages is taken to speak that of his desk. */
const speaks = ({ languages = [] }: Ranked, language: string) => languages.length === 0 || languages.includes(language)

const met = ({ skills = {} }: Ranked, { needs = [] }: Head) => needs.filter((need) => meets(skills, need)).length

// Multiplied, not divided: somebody without a single place is the last.
const leastLoaded: Reason = { why: 'busier', order: (one, other) => one.load * other.capacity - other.load * one.capacity }
const longestIdle: Reason = { why: 'less-idle', order: (one, other) => one.idle - other.idle }
/** Two who were never given anything: minus one eternity less another is no number. */
const longestNotGiven: Reason = { why: 'later-turn', order: (one, other) => (one.given === other.given ? 0 : one.given - other.given) }

const methods: Record<Exclude<Method, 'manual'>, Reason[]> = {
  'least-loaded': [leastLoaded, longestIdle],
  'longest-idle': [longestIdle],
  'round-robin': [longestNotGiven, longestIdle],
}
