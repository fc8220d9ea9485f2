import { createHash } from 'node:crypto'
import type { Entry } from '../../../shared/entry.ts'
import type { Arrival, Helper, Traffic } from './traffic.ts'

/** What became of somebody who asked. `message`: the line could not keep him. `closed`: nobody was there at all. */
export type Outcome = 'served' | 'gave-up' | 'message' | 'closed' | 'waiting'

/** One wait, in seconds. */
export interface Spell {
  team: string
  at: number
  outcome: Outcome
  wait: number
  /** Another team's line took it. */
  moved: boolean
  passedBy: boolean
}

/** What an agent carried while he was there: both are loads times seconds. */
export interface Shift {
  agent: string
  teams: readonly string[]
  carried: number
  room: number
}

export interface Run {
  spells: Spell[]
  shifts: Shift[]
  /** Offers that nobody answered, by the team of the line. */
  missed: Map<string, number>
  /** SHA-256 over everything that happened, in its order. */
  trace: string
}

/** Writes down what happens, for whoever wants to know how it was. */
export function createJournal({ arrivals, helpers, seconds }: Pick<Traffic, 'arrivals' | 'helpers' | 'seconds'>) {
  const spells = arrivals.map(({ team, at }): Spell => ({ team, at, outcome: 'waiting', wait: 0, moved: false, passedBy: false }))
  const shifts = new Map(helpers.map(({ id, teams }) => [id, { agent: id, teams, carried: 0, room: 0, load: 0, since: 0, isHere: false }]))
  const capacity = new Map(helpers.map((helper) => [helper.id, helper.capacity]))
  const missed = new Map<string, number>()
  const hash = createHash('sha256')

  /** Adds up until now what he carried since the last time. */
  function addUp(agent: string, at: number) {
    const shift = shifts.get(agent)
    if (!shift) return
    const room = capacity.get(agent) ?? 0
    const passed = Math.min(at, seconds) - Math.min(shift.since, seconds)
    if (shift.isHere) {
      shift.room += room * passed
      shift.carried += Math.min(shift.load, room) * passed
    }
    shift.since = at
  }

  function end(spell: Spell | undefined, outcome: Outcome, at: number) {
    if (spell?.outcome !== 'waiting') return
    spell.outcome = outcome
    spell.wait = at - spell.at
  }

  return {
    entry(nth: number, entry: Entry, team: string, at: number) {
      const spell = spells[nth]
      hash.update(`${at} ${nth} ${entry.kind} ${'agent' in entry ? entry.agent : ''}\n`)
      switch (entry.kind) {
        case 'assigned':
          return end(spell, 'served', at)
        case 'abandoned':
          return end(spell, 'gave-up', at)
        case 'message-left':
          return end(spell, 'message', at)
        case 'expired':
          missed.set(team, (missed.get(team) ?? 0) + 1)
          return
        case 'queued':
          if (spell && movings.has(entry.why)) spell.moved = true
      }
    },
    closed(nth: number, { at }: Arrival) {
      hash.update(`${at} ${nth} closed\n`)
      end(spells[nth], 'closed', at)
    },
    passedBy(nth: number) {
      const spell = spells[nth]
      if (spell) spell.passedBy = true
    },
    carries(agent: string, load: number, at: number) {
      addUp(agent, at)
      const shift = shifts.get(agent)
      if (shift) shift.load = load
    },
    isHere({ id }: Helper, isHere: boolean, at: number) {
      addUp(id, at)
      const shift = shifts.get(id)
      if (shift) shift.isHere = isHere
    },
    close(at: number): Run {
      for (const id of shifts.keys()) addUp(id, Math.max(at, seconds))
      for (const spell of spells) if (spell.outcome === 'waiting') spell.wait = Math.max(0, at - spell.at)
      const told = [...shifts.values()].map(({ agent, teams, carried, room }) => ({ agent, teams, carried, room }))
      return { spells, shifts: told, missed, trace: hash.digest('hex') }
    },
  }
}

const movings: ReadonlySet<string> = new Set(['overflow', 'nobody-here', 'line-full', 'waited-too-long'])
