import { dutiesOf } from '../../shared/hand-over.ts'
import type { Helping } from '../../shared/people.ts'
import type { HandedIncident, HandedItem, HandOver } from '../../shared/protocol/hand-over.ts'
import type { Heard } from '../../shared/protocol.ts'
import { Refused, refuse } from '../../shared/refusal.ts'
import { reachOf } from './access.ts'
import type { HandOverReach, HandOverRows, KeptHandOver, KeptItem, Settled } from './hand-over-rows.ts'
import { byPressure, handedItem, handOverView, incidentsFor } from './handed.ts'
import type { By } from './people.ts'
import type { AgentView, Announcer, Change, Directory, Step } from './ports.ts'
import { overseersRoom, personRoom, teamRoom } from './rooms.ts'

interface HandOverPorts {
  rows: HandOverRows
  conversations: { change(step: Step): Promise<Change> }
  directory(): Directory
  /** What people write, with masks over what is secret. */
  masked(text: string): string
  announce: Announcer
  /** Something of this incident is other than it was. */
  stir(incident: string): void
  now(): Date
  onBug(error: unknown, where: string): void
}

export type HandOvers = ReturnType<typeof createHandOvers>

/** Offering at the end of a shift what is one's own, and taking it: owners change one by one, each exactly once. */
export function createHandOvers({ rows, conversations, directory, masked, announce, stir, now, onBug }: HandOverPorts) {
  async function viewOf(kept: KeptHandOver): Promise<HandOver> {
    return handOverView(kept, directory(), kept.state === 'open' ? await rows.incidents() : [])
  }

  async function visible(who: Helping, id: string): Promise<KeptHandOver> {
    const kept = await rows.read(id)
    return kept && (kept.from.id === who.id || mayTake(who, kept)) ? kept : refuse('not-found')
  }

  async function settled(by: By, kept: KeptHandOver, state: Settled, reason = ''): Promise<KeptHandOver> {
    if (kept.state !== 'open') refuse('hand-over-over')
    await rows.settle(by, kept.id, state, reason)
    return (await rows.read(kept.id)) ?? refuse('not-found')
  }

  function tell({ id, from, toAgent, toTeam }: KeptHandOver) {
    const rooms = [personRoom(from.id), toAgent && personRoom(toAgent.id), toTeam && teamRoom(toTeam.id), overseersRoom]
    for (const room of rooms) if (room) announce.tell(room, 'hand-over:changed', { handOver: id })
  }

  /** As it stands now, for whoever did something about it; the others are told to look. */
  async function told(id: string): Promise<HandOver> {
    const kept = (await rows.read(id)) ?? refuse('not-found')
    tell(kept)
    return viewOf(kept)
  }

  /** What of it is still where it was changes hands now; what nobody can say yet stays for the next time. */
  async function carryOut(kept: KeptHandOver): Promise<void> {
    const [giver, taker] = [directory().agent(kept.from.id), kept.by]
    const open = kept.items.filter(({ outcome }) => outcome === null)
    // Whoever is not known here any more takes nothing.
    const pass = (item: KeptItem) => (giver && taker ? passed(item, giver, taker.id) : 'gone')
    const outcomes = await Promise.all(open.map(async (item) => ({ item, outcome: await pass(item) })))
    const known = outcomes.flatMap(({ item, outcome }) => (outcome ? [{ conversation: item.conversation.id, outcome }] : []))
    if (known.length > 0) await rows.note(kept.id, known)
  }

  async function passed({ conversation, line, act }: KeptItem, giver: AgentView, agent: string): Promise<'taken' | 'gone' | null> {
    const { id, name, role, teams } = giver
    try {
      const who: Helping = { kind: 'agent', id, name, role, teams }
      const { left } = await conversations.change({ conversation: conversation.id, who, act: { kind: 'hand-over', agent, line }, id: act })
      return left.length > 0 ? 'taken' : 'gone'
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return error.code === 'unavailable' ? null : 'gone'
    }
  }

  async function finished(kept: KeptHandOver): Promise<HandOver> {
    await carryOut(kept)
    return told(kept.id)
  }

  /** What he would leave behind; of what lies in a hand-over of his already nothing. */
  async function leftBy(who: Helping): Promise<{ items: HandedItem[]; incidents: HandedIncident[] }> {
    const [owned, mine, open] = await Promise.all([
      rows.owned(who.id),
      rows.list({ agent: who.id, teams: [], watchesAll: false }, now()),
      rows.incidents(),
    ])
    const offered = mine.filter(({ state, from }) => state === 'open' && from.id === who.id)
    const lies = new Set(offered.flatMap(({ items, incidents }) => [...items.map(idOf), ...incidents.map(({ incident }) => incident)]))
    const items = owned
      .filter((one) => !lies.has(one.id) && dutiesOf(who.id, one).length > 0)
      .map((one) => handedItem(who.id, { conversation: one, line: '', outcome: null }, directory()))
    return { items, incidents: incidentsFor(who.id, who.teams, open).filter(({ incident }) => !lies.has(incident)) }
  }

  /** What is not his is as if it were not there. */
  async function mustOwn(who: Helping, { items, incidents = [] }: Heard<'hand-over:offer'>) {
    if (items.length + incidents.length === 0) refuse('malformed')
    const owned = new Map((await rows.owned(who.id)).map((one) => [one.id, one]))
    for (const { conversation } of items) {
      const one = owned.get(conversation)
      if (!one || dutiesOf(who.id, one).length === 0) refuse('not-found')
    }
    if (incidents.length === 0) return
    const goes = new Set(incidentsFor(who.id, who.teams, await rows.incidents()).flatMap((one) => (one.goes ? [one.incident] : [])))
    if (!incidents.every(({ incident }) => goes.has(incident))) refuse('not-found')
  }

  return {
    /** All that this agent would leave behind, the most pressing first, and what else his teams have open. */
    async look(who: Helping, most: number) {
      const { items, incidents } = await leftBy(who)
      return { items: items.toSorted(byPressure).slice(0, most), incidents }
    },

    async list(who: Helping): Promise<HandOver[]> {
      const kept = await rows.list(reachIn(who), now())
      const open = kept.some(({ state }) => state === 'open') ? await rows.incidents() : []
      return kept.map((one) => handOverView(one, directory(), open))
    },

    async offer(by: By, who: Helping, wanted: Heard<'hand-over:offer'>): Promise<HandOver> {
      const { handOver, to, note, items, incidents = [] } = wanted
      if ('agent' in to && to.agent === who.id) refuse('same-place')
      if ('agent' in to && (directory().agent(to.agent)?.disabled ?? true)) refuse('no-such-agent')
      if ('team' in to && !directory().team(to.team)) refuse('no-such-team')
      const safe = {
        ...{ handOver, to, note: masked(note) },
        items: items.map(({ conversation, line }) => ({ conversation, line: masked(line) })),
        incidents: incidents.map(({ incident, line }) => ({ incident, line: masked(line) })),
      }
      const before = await rows.read(handOver)
      if (before && before.from.id !== who.id) refuse('already-exists')
      if (before) return isSame(before, safe) ? viewOf(before) : refuse('handed-already')
      await mustOwn(who, wanted)
      await rows.offer(by, safe)
      return told(handOver)
    },

    async accept(by: By, who: Helping, id: string): Promise<HandOver> {
      const kept = await visible(who, id)
      if (kept.state === 'accepted' && kept.by?.id === who.id) return finished(kept)
      if (kept.from.id === who.id) refuse('same-place')
      const taken = await settled(by, kept, 'accepted')
      for (const { incident } of taken.incidents) stir(incident)
      return finished(taken)
    },

    /** For himself alone, where it was meant for a team; where it was meant for him, that is its end. */
    async decline(by: By, who: Helping, id: string, reason: string): Promise<HandOver> {
      const kept = await visible(who, id)
      const isByName = kept.toAgent?.id === who.id
      if (!isByName && (kept.from.id === who.id || !isForTeamOf(who, kept))) refuse('not-allowed')
      if (isByName) await settled(by, kept, 'declined', masked(reason))
      else await rows.decline(by, id, masked(reason))
      return told(id)
    },

    /** Takes back that he declined, as long as nothing else came of it. */
    async reconsider(by: By, who: Helping, id: string): Promise<HandOver> {
      const kept = await visible(who, id)
      if (kept.from.id === who.id) refuse('not-allowed')
      await rows.reconsider(by, id)
      return told(id)
    },

    async takeBack(by: By, who: Helping, id: string): Promise<HandOver> {
      const kept = await visible(who, id)
      if (kept.from.id !== who.id) refuse('not-allowed')
      await settled(by, kept, 'taken-back')
      return told(id)
    },

    /** Goes on with what a process that stopped, or a database that did not answer, left half done. */
    async finish(): Promise<void> {
      for (const kept of await rows.unfinished(now())) {
        // One that cannot be finished keeps none of the others.
        await finished(kept).catch((error: unknown) => onBug(error, 'hand-overs'))
      }
    },

    /** Whoever could take it may be gone, or come back: those whom it concerns look again. */
    async peopleChanged(): Promise<void> {
      for (const kept of await rows.open()) tell(kept)
    },

    forget: () => rows.forget(now()),
  }
}

const reachIn = (who: Helping): HandOverReach => ({
  agent: who.id,
  teams: who.teams,
  watchesAll: reachOf(who, 'hand-over', 'watch') === 'all',
})

const isForTeamOf = (who: Helping, { toTeam }: KeptHandOver) => toTeam !== null && who.teams.includes(toTeam.id)

const mayTake = (who: Helping, kept: KeptHandOver) =>
  kept.toAgent?.id === who.id || isForTeamOf(who, kept) || reachOf(who, 'hand-over', 'take') === 'all'

/** Whether the same was offered before: its answer got lost. */
function isSame({ toAgent, toTeam, note, items, incidents }: KeptHandOver, wanted: Heard<'hand-over:offer'>): boolean {
  const { handOver: _, ...said } = wanted
  const to = toTeam ? { team: toTeam.id } : { agent: toAgent?.id }
  const kept = {
    ...{ to, note },
    items: items.map(({ conversation, line }) => ({ conversation: conversation.id, line })),
    incidents: incidents.map(({ incident, line }) => ({ incident, line })),
  }
  return JSON.stringify(kept) === JSON.stringify(said)
}

const idOf = ({ conversation }: KeptItem) => conversation.id
