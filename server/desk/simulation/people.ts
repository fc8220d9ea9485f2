import type { Requesting } from '../../../shared/people.ts'
import type { Act } from '../../../shared/protocol/conversation.ts'
import type { Step } from '../ports.ts'
import { seedFor, timesFrom } from './chance.ts'
import type { createJournal } from './journal.ts'
import { helping, type Kept, type Memory } from './memory.ts'
import type { Arrival, Helper, Traffic } from './traffic.ts'

interface Stage {
  traffic: Traffic
  seed: number
  memory: Memory
  journal: ReturnType<typeof createJournal>
  /** So many seconds from now. */
  later(seconds: number, what: () => void): void
  take(step: Step): Kept | null
  stir(team: string): void
  /** Seconds since it began. */
  at(): number
}

/** What people do: they come, give up, answer what rings, talk in turns, wrap up, and go home. */
export function createPeople({ traffic, seed, memory, journal, later, take, stir, at }: Stage) {
  const { arrivals, helpers, answering } = traffic
  const helpersById = new Map(helpers.map((helper) => [helper.id, helper]))
  const onShift = new Set<string>()
  /** Who helped whom last. */
  const helped = new Map<string, string>()
  const talks = arrivals.map(() => ({ turn: 0, stage: 0 }))
  let come = 0

  const idOf = (nth: number) => `talk ${String(nth).padStart(6, '0')}`
  const nthOf = (id: string) => Number(id.slice(5))
  const act = (id: string, who: Step['who'], what: Act) => take({ conversation: id, who, act: what, id: what.kind === 'open' ? id : null })

  function arrive(nth: number, arrival: Arrival) {
    come++
    const id = idOf(nth)
    const who = requesting(arrival)
    const kept = act(id, who, { kind: 'open', topic: arrival.team, text: '–', entrance: 'line', ...spoken(arrival) })
    if (!kept) return journal.closed(nth, arrival)
    if (kept.after.status !== 'waiting') return
    classify(id, arrival)
    if (arrival.patience !== null) later(arrival.patience, () => giveUp(id, who))
  }

  /** How much it presses and what it needs is said of it while it waits, by whoever looks after the line. */
  function classify(id: string, { impact, urgency, needs }: Arrival) {
    if (impact === 'low' && urgency === 'medium' && needs.length === 0) return
    const overseer = { kind: 'agent', id: 'overseer', name: 'overseer', role: 'supervisor', teams: [] } as const
    act(id, overseer, { kind: 'classify', impact, urgency, needs })
  }

  function giveUp(id: string, who: Requesting) {
    if (memory.conversation(id)?.status === 'waiting' && talks[nthOf(id)]?.turn === 0) act(id, who, { kind: 'leave' })
  }

  function follow({ after, entries }: Kept) {
    for (const entry of entries) {
      if (entry.kind === 'offered') rings(after.id, entry.offer, entry.agent)
      else if (entry.kind === 'assigned') talk(after.id)
      else if (entry.kind === 'queued' || entry.kind === 'ended') stageOf(after.id)
      else if (entry.kind === 'expired' || entry.kind === 'lost') wasMissed(entry.agent, after.team)
      if (entry.kind === 'ended') wrapUp(after.id)
    }
  }

  /** By chance of its own for each who is asked about each, so that both sides of a comparison are answered alike. */
  function rings(id: string, offer: string, agent: string) {
    const chance = timesFrom(seedFor(seed, id, agent))
    if (chance.isIn(answering.missed)) return
    later(chance.exponential(answering.seconds), () => {
      const helper = helpersById.get(agent)
      const isMine = memory.conversation(id)?.offer?.id === offer
      if (helper && isMine && onShift.has(agent)) act(id, helping(helper), { kind: 'accept', offer })
    })
  }

  /** Whatever was still to come in this talk does not come any more. */
  function stageOf(id: string): number {
    const talk = talks[nthOf(id)]
    return talk ? ++talk.stage : 0
  }

  function talk(id: string) {
    const stage = stageOf(id)
    const [nth, { turns = [] } = {}] = [nthOf(id), arrivals[nthOf(id)]]
    const talk = talks[nth]
    if (!talk) return
    const turn = turns[talk.turn]
    if (turn === undefined) return end(id)
    later(turn, () => {
      if (talk.stage !== stage) return
      talk.turn++
      if (talk.turn >= turns.length) return end(id)
      speak(id, nth, talk.turn % 2 === 1)
    })
  }

  function speak(id: string, nth: number, isAgent: boolean) {
    const arrival = arrivals[nth]
    const owner = helpersById.get(memory.conversation(id)?.agent ?? '')
    if (!arrival || !owner) return
    act(id, isAgent ? helping(owner) : requesting(arrival), { kind: 'say', text: '–' })
    talk(id)
  }

  function end(id: string) {
    const owner = helpersById.get(memory.conversation(id)?.agent ?? '')
    if (owner) act(id, helping(owner), { kind: 'end' })
  }

  function wrapUp(id: string) {
    const conversation = memory.conversation(id)
    const owner = helpersById.get(conversation?.agent ?? '')
    if (!conversation || !owner) return
    helped.set(conversation.requester, owner.id)
    later(arrivals[nthOf(id)]?.wrapUp ?? 0, () => {
      if (memory.conversation(id)?.wrapsUp) act(id, helping(owner), { kind: 'resolve', code: 'no-answer', resolution: '' })
    })
  }

  /** Whoever misses too many is set away by the desk, and is back after a while. */
  function wasMissed(agent: string, team: string) {
    later(memory.directory.routing(team).reofferAfterSeconds, () => stir(team))
    if (memory.standing(agent)?.wish === 'away' && onShift.has(agent)) later(answering.backAfterSeconds, () => comesBack(agent))
  }

  function comesBack(agent: string) {
    if (!onShift.has(agent) || memory.standing(agent)?.wish !== 'away') return
    memory.wish(agent, 'available')
    for (const team of teamsOf(agent)) stir(team)
  }

  const teamsOf = (agent: string) => helpersById.get(agent)?.teams ?? []

  function begins(helper: Helper) {
    onShift.add(helper.id)
    journal.isHere(helper, true, at())
    comesBack(helper.id)
  }

  /** He is given nothing more, and finishes what he has. */
  function goes(helper: Helper) {
    onShift.delete(helper.id)
    journal.isHere(helper, false, at())
    memory.wish(helper.id, 'away')
  }

  for (const helper of helpers) {
    for (const [from, to] of helper.here) {
      later(from, () => begins(helper))
      later(to, () => goes(helper))
    }
  }
  for (const [nth, arrival] of arrivals.entries()) later(arrival.at, () => arrive(nth, arrival))

  return {
    nthOf,
    teamsOf,
    follow,
    haveAllCome: () => come === arrivals.length,
    /** Somebody whom he was named for, or else whom he helped last. */
    knows(requester: string, conversation: string) {
      const known = arrivals[nthOf(conversation)]?.knows ?? null
      const last = helped.get(requester)
      return last && known?.why !== 'named' ? { agent: last, why: 'last' as const } : known
    },
    picks(id: string, agent: string) {
      const helper = helpersById.get(agent)
      return helper && onShift.has(agent) ? act(id, helping(helper), { kind: 'take' }) : null
    },
  }
}

const requesting = ({ requester, vip }: Arrival): Requesting => ({
  kind: 'requester',
  id: requester,
  name: requester,
  email: null,
  verified: false,
  ...(vip && { vip }),
})

const spoken = ({ language }: Arrival) => (language ? { language } : {})
