import { type Conversation, carrierOf } from '../../../shared/conversation.ts'
import { theClock } from '../../../shared/people.ts'
import { Refused } from '../../../shared/refusal.ts'
import { mayMoveOn, movingOn } from '../line/crowding.ts'
import type { ClockAct, Step } from '../ports.ts'
import { createAgenda } from './agenda.ts'
import { createJournal, type Run } from './journal.ts'
import { createMemory, type Kept } from './memory.ts'
import { createPeople } from './people.ts'
import { createPicking } from './picking.ts'
import { createPlacing } from './placing.ts'
import type { DeskAsSetUp } from './set-up.ts'
import type { Traffic } from './traffic.ts'

/** Whoever still waits so long after the end is not helped any more. */
const tailSeconds = 4 * 3600
/** How often the clock looks after those for whom another team stands in, and at what could not be done in time. */
const lookEvery = 15
/** After so many events it says how far it is, so that whoever runs it can do something else meanwhile. */
const pause = 32

/**
 * Lets traffic come to a desk under a clock that leaps from event to event: the rules of the house decide, and `route()` says
 * who is given what. Yields how far it is, from 0 to 1. The same traffic, desk and seed leave the same trace.
 */
export function* simulate(traffic: Traffic, desk: DeskAsSetUp, seed: number): Generator<number, Run, void> {
  let at = 0
  const now = () => new Date(traffic.begins + at * 1000)
  const agenda = createAgenda<() => void>()
  const memory = createMemory(desk, traffic.helpers, now)
  const journal = createJournal(traffic)
  /** Lines in which something may have become possible. */
  const stirred = new Set<string>()
  const open = new Set<string>()
  const until = traffic.seconds + tailSeconds
  const later = (seconds: number, what: () => void) => agenda.put(at + seconds, what)

  const people = createPeople({ traffic, seed, memory, journal, later, take, stir: (team) => stirred.add(team), at: () => at })
  const place = createPlacing({
    memory,
    now,
    take,
    knows: people.knows,
    onPassedBy: (id) => journal.passedBy(people.nthOf(id)),
    onPaced: (team, milliseconds) => later(milliseconds / 1000, () => stirred.add(team)),
  })

  const look = createPicking({ seed, memory, now, later, seconds: traffic.answering.seconds, pick: people.picks })

  /** What may not be is simply not done: somebody was faster, or gave up. */
  function take(step: Step): Kept | null {
    try {
      const kept = memory.change(step)
      if (kept) follow(kept)
      return kept
    } catch (error) {
      if (error instanceof Refused) return null
      throw error
    }
  }

  function follow(kept: Kept) {
    const { before, after, entries, moved } = kept
    for (const entry of entries) journal.entry(people.nthOf(after.id), entry, before?.team ?? after.team, at)
    for (const agent of moved) {
      journal.carries(agent, memory.standing(agent)?.load ?? 0, at)
      for (const team of people.teamsOf(agent)) stirred.add(team)
    }
    if (after.status === 'waiting' && !after.offer) stirred.add(after.team)
    if (isOver(after)) {
      open.delete(after.id)
      memory.forget(after.id)
    } else {
      open.add(after.id)
      expectTick(after)
    }
    people.follow(kept)
  }

  function expectTick(conversation: Conversation, since: Date | null = null) {
    const due = memory.dueAt(conversation, since)
    if (due === null) return
    const seconds = (due - now().getTime()) / 1000
    later(seconds > 0 ? seconds : lookEvery, () => tick(conversation.id, conversation))
  }

  /** Only for how it stood then: whatever happened since has put down a tick of its own. */
  function tick(id: string, known: Conversation) {
    if (memory.conversation(id) !== known) return
    if (!take(byClock(id, { kind: 'tick' }))) expectTick(known, now())
  }

  function lookAfterTheLeft() {
    for (const { id } of helped) {
      const move = movingOn(id, now(), memory.directory)
      if (!move) continue
      for (const conversation of memory.lines.all(id)) {
        if (!hasRoom(move.to)) break
        const waiting = memory.conversation(conversation)
        if (waiting && mayMoveOn(waiting, move)) take(byClock(conversation, { kind: 'tick' }))
      }
    }
    if (!people.haveAllCome() || open.size > 0) later(lookEvery, lookAfterTheLeft)
  }

  function hasRoom(team: string): boolean {
    const { length } = memory.directory.routing(team).limits
    return !length || memory.lines.count(team) < length.most
  }

  const helped = desk.teams.filter(({ routing }) => routing.overflow)
  if (helped.length > 0) lookAfterTheLeft()
  for (let done = 0; ; done++) {
    const next = agenda.take()
    if (!next || next.at > until) break
    at = next.at
    next.what()
    for (const team of stirred) {
      stirred.delete(team)
      if (memory.directory.routing(team).method === 'manual') look(team)
      else place(team)
    }
    if (done % pause === 0) yield Math.min(1, at / traffic.seconds)
  }
  return journal.close(at)
}

const byClock = (conversation: string, act: ClockAct): Step => ({ conversation, who: theClock, act, id: null })

/** Nothing that happens to it from now on concerns anybody's load. */
const isOver = (conversation: Conversation) =>
  conversation.status === 'unrouted' || (conversation.status === 'ended' && !conversation.wrapsUp && carrierOf(conversation) === null)
