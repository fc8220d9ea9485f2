import { Refused } from '../../shared/refusal.ts'
import type { Need } from '../../shared/skills.ts'
import { assignments, methods } from '../../shared/team-routing.ts'
import { aChance, oneOf } from './chance.ts'
import { aPaperDesk, type PaperAgent, type PaperDesk } from './paper-desk.ts'

type Chance = ReturnType<typeof aChance>

/** Runs days from these seeds on, and names the first whose promises broke. */
export async function runSchedules(from: number, count: number) {
  for (let seed = from; seed < from + count; seed++) {
    try {
      await runSchedule(seed)
    } catch (error) {
      return { run: seed - from, broken: `seed ${seed}: ${error instanceof Error ? error.message : error}` }
    }
  }
  return { run: count, broken: null }
}

const steps = 5
const skills = ['SAP', 'Printers']

/** A small desk and what happens there, all of it from one seed. */
export async function runSchedule(seed: number): Promise<PaperDesk> {
  const chance = aChance(seed)
  const desk = aPaperDesk(aSetup(chance))
  for (let step = 0; step < steps; step++) {
    oneOf(chance, events)(desk, chance)
    await desk.rests()
  }
  return desk
}

function aSetup(chance: Chance) {
  const agents = Array.from({ length: Math.floor(chance.between(1, 4)) }, () => anAgent(chance))
  const rest = chance.isIn(0.5) ? { awaiting: 0.3, held: 0, 'wrap-up': 1 } : { awaiting: 1, held: 1, 'wrap-up': 0 }
  const routing = {
    method: chance.isIn(0.1) ? ('manual' as const) : oneOf(chance, methods),
    assignment: oneOf(chance, assignments),
    pacingSeconds: chance.isIn(0.2) ? 20 : 0,
    keepForSeconds: chance.isIn(0.3) ? 60 : 0,
    widenAfterSeconds: chance.isIn(0.7) ? 120 : null,
    weights: rest,
  }
  return { agents, routing, topics: [[], [aNeed(chance, true)], [aNeed(chance, true), aNeed(chance, false)]] }
}

function anAgent(chance: Chance): PaperAgent {
  const known = skills.filter(() => chance.isIn(0.4)).map((skill) => [skill, oneOf(chance, [1, 2, 3, 4, 5] as const)] as const)
  return { capacity: Math.floor(chance.between(1, 4)), skills: Object.fromEntries(known), languages: chance.isIn(0.3) ? ['de'] : [] }
}

const aNeed = (chance: Chance, required: boolean): Need => ({
  skill: oneOf(chance, skills),
  level: oneOf(chance, [1, 3, 5] as const),
  required,
})

type Event = (desk: PaperDesk, chance: Chance) => void

const requesters = Array.from({ length: 6 }, (_, place) => `requester-${place}`)
const asRequester = (id: string, vip = false) => ({ kind: 'requester' as const, id, name: id, email: null, verified: false, vip })

/** Whoever tries what may not be is told so; that is no trouble. */
function dare(attempt: () => unknown) {
  try {
    attempt()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

const asks: Event = (desk, chance) => {
  const free = requesters.filter((id) => desk.conversations().every((one) => one.requester !== id || one.status === 'ended'))
  for (const id of free.slice(0, Math.floor(chance.between(1, 4)))) {
    const conversation = desk.newId()
    const topic = String(Math.floor(chance.between(0, 3)))
    const language = chance.isIn(0.3) ? 'de' : 'en'
    desk.act(conversation, asRequester(id, chance.isIn(0.1)), { kind: 'open', topic, text: 'Help', entrance: 'line', language })
  }
}

/** Somebody does something in one of the conversations that stand like this. */
const inOne =
  (status: string[], what: (desk: PaperDesk, one: ReturnType<PaperDesk['conversations']>[number], chance: Chance) => unknown): Event =>
  (desk, chance) => {
    const some = desk.conversations().filter((one) => status.includes(one.status))
    if (some.length > 0) dare(() => what(desk, oneOf(chance, some), chance))
  }

const answersOffers: Event = (desk, chance) => {
  for (const { id, offer } of desk.conversations()) {
    if (!offer || chance.isIn(0.3)) continue
    const isTaken = chance.isIn(0.7)
    dare(() =>
      desk.act(id, desk.who(offer.agent), isTaken ? { kind: 'accept', offer: offer.id } : { kind: 'decline', offer: offer.id, reason: '' }),
    )
  }
}

const speaks = inOne(['active', 'held'], (desk, { id, agent, requester }, chance) =>
  desk.act(id, chance.isIn(0.5) && agent ? desk.who(agent) : asRequester(requester), { kind: 'say', text: 'Well' }),
)
const ends = inOne(['active', 'held'], (desk, { id, agent }) => agent && desk.act(id, desk.who(agent), { kind: 'end' }))
const holds = inOne(['active'], (desk, { id, agent }) => agent && desk.act(id, desk.who(agent), { kind: 'hold' }))
const wrapsUp = inOne(
  ['ended'],
  (desk, { id, agent }) => agent && desk.act(id, desk.who(agent), { kind: 'resolve', code: 'solved', resolution: 'Done' }),
)
const leaves = inOne(['waiting'], (desk, { id, requester }) => desk.act(id, asRequester(requester), { kind: 'leave' }))
const comesBack = inOne(['ended'], (desk, { id, requester }) => desk.act(id, asRequester(requester), { kind: 'reopen' }))
const takes = inOne(['waiting'], (desk, { id }, chance) => desk.act(id, desk.who(oneOf(chance, desk.people).id), { kind: 'take' }))
const pressesMore = inOne(['waiting'], (desk, { id }, chance) =>
  desk.act(id, desk.who(oneOf(chance, desk.people).id), {
    kind: 'classify',
    impact: 'high',
    urgency: oneOf(chance, ['low', 'high'] as const),
  }),
)

const isLost: Event = (desk, chance) => {
  const agent = oneOf(chance, desk.people)
  agent.here = !agent.here
  if (agent.here) return
  for (const one of desk.conversations()) {
    if (one.agent === agent.id || one.offer?.agent === agent.id)
      dare(() => desk.clock(one.id, { kind: 'lose', agent: agent.id, why: 'gone' }))
  }
}

const rests: Event = (desk, chance) => desk.wish(oneOf(chance, desk.people).id, chance.isIn(0.4) ? 'away' : 'available')
const forgets: Event = (desk) => desk.forget()
const aWhile: Event = (desk, chance) => desk.passes(oneOf(chance, [5, 30, 90, 130]))
const long: Event = (desk, chance) => desk.passes(chance.between(300, 6000))

const events: readonly Event[] = [
  ...[asks, asks, asks, asks, asks],
  ...[answersOffers, answersOffers, answersOffers, speaks, speaks, ends, ends, holds, wrapsUp],
  ...[leaves, comesBack, takes, pressesMore, isLost, isLost, rests, forgets, aWhile, aWhile, aWhile, long],
]
