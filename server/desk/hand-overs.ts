import type { Conversation } from '../../shared/conversation.ts'
import { type Duty, duties, dutiesOf } from '../../shared/hand-over.ts'
import type { Helping, Named } from '../../shared/people.ts'
import type { HandedItem, HandOver } from '../../shared/protocol/hand-over.ts'
import type { Heard } from '../../shared/protocol.ts'
import { Refused, refuse } from '../../shared/refusal.ts'
import { reachOf } from './access.ts'
import type { By } from './people.ts'
import type { AgentView, Announcer, Change, Directory, Step } from './ports.ts'
import { overseersRoom, personRoom, teamRoom } from './rooms.ts'

/** A hand-over as it is kept. */
export interface KeptHandOver extends Omit<HandOver, 'to' | 'items'> {
  toAgent: Named | null
  toTeam: Named | null
  items: KeptItem[]
}

export interface KeptItem {
  /** How its conversation stands now. */
  conversation: Conversation
  line: string
  /** The act by which it changes hands: the same one however often it is tried. */
  act: string
  outcome: HandedItem['outcome']
}

/** Whose hand-overs somebody may see: those of these teams, or all. */
export interface HandOverReach {
  agent: string
  teams: readonly string[]
  watchesAll: boolean
}

/** What a hand-over comes to. */
export type Settled = Exclude<HandOver['state'], 'open'>

export interface HandOverRows {
  /** Conversations in which this agent may owe something. */
  owned(agent: string): Promise<Conversation[]>
  list(reach: HandOverReach, now: Date): Promise<KeptHandOver[]>
  read(id: string): Promise<KeptHandOver | null>
  /** Those that were accepted, and of which something is still where it was a while ago. */
  unfinished(now: Date): Promise<KeptHandOver[]>
  offer(by: By, wanted: Heard<'hand-over:offer'>): Promise<void>
  /** Refused where somebody was quicker. */
  settle(by: By, id: string, state: Settled, reason: string): Promise<void>
  note(id: string, outcomes: { conversation: string; outcome: 'taken' | 'gone' }[]): Promise<void>
  /** What came to its end a month ago: the timelines and the audit log tell of it. */
  forget(now: Date): Promise<void>
}

interface HandOverPorts {
  rows: HandOverRows
  conversations: { change(step: Step): Promise<Change> }
  directory(): Directory
  announce: Announcer
  now(): Date
}

export type HandOvers = ReturnType<typeof createHandOvers>

/** Offering at the end of a shift what is one's own, and taking it: owners change one by one, each exactly once. */
export function createHandOvers({ rows, conversations, directory, announce, now }: HandOverPorts) {
  const viewOf = (kept: KeptHandOver) => viewIn(kept, (team) => directory().team(team)?.name ?? null)

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

  /** What of it is still where it was changes hands now; what nobody can say yet stays for the next time. */
  async function carryOut(kept: KeptHandOver): Promise<void> {
    const [giver, taker] = [directory().agent(kept.from.id), kept.by]
    if (!giver || !taker) return
    const open = kept.items.filter(({ outcome }) => outcome === null)
    const outcomes = await Promise.all(open.map(async (item) => ({ item, outcome: await pass(item, giver, taker.id) })))
    await rows.note(
      kept.id,
      outcomes.flatMap(({ item, outcome }) => (outcome ? [{ conversation: item.conversation.id, outcome }] : [])),
    )
  }

  async function pass({ conversation, line, act }: KeptItem, giver: AgentView, agent: string): Promise<'taken' | 'gone' | null> {
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
    tell(kept)
    return viewOf((await rows.read(kept.id)) ?? kept)
  }

  return {
    /** All that this agent would leave behind, the most pressing first. */
    async look(who: Helping, most: number): Promise<HandedItem[]> {
      const [owned, mine] = await Promise.all([rows.owned(who.id), rows.list({ agent: who.id, teams: [], watchesAll: false }, now())])
      const offered = new Set(mine.flatMap((one) => (one.state === 'open' && one.from.id === who.id ? one.items : [])).map(idOf))
      const isLeft = (one: Conversation) => !offered.has(one.id) && dutiesOf(who.id, one).length > 0
      const items = owned.filter(isLeft).map((one) => itemOf(who.id, { conversation: one, line: '', outcome: null }, nameOf))
      return items.toSorted(byPressure).slice(0, most)
    },

    list: async (who: Helping): Promise<HandOver[]> => (await rows.list(reachIn(who), now())).map(viewOf),

    async offer(by: By, who: Helping, wanted: Heard<'hand-over:offer'>): Promise<HandOver> {
      const { to, items } = wanted
      if ('agent' in to && to.agent === who.id) refuse('same-place')
      if ('agent' in to && (directory().agent(to.agent)?.disabled ?? true)) refuse('no-such-agent')
      if ('team' in to && !directory().team(to.team)) refuse('no-such-team')
      const owned = new Map((await rows.owned(who.id)).map((one) => [one.id, one]))
      // What is not his is as if it were not there.
      for (const { conversation } of items) {
        const one = owned.get(conversation)
        if (!one || dutiesOf(who.id, one).length === 0) refuse('not-found')
      }
      await rows.offer(by, wanted)
      const kept = (await rows.read(wanted.handOver)) ?? refuse('not-found')
      tell(kept)
      return viewOf(kept)
    },

    async accept(by: By, who: Helping, id: string): Promise<HandOver> {
      const kept = await visible(who, id)
      if (kept.state === 'accepted' && kept.by?.id === who.id) return finished(kept)
      if (kept.from.id === who.id) refuse('same-place')
      return finished(await settled(by, kept, 'accepted'))
    },

    async decline(by: By, who: Helping, id: string, reason: string): Promise<HandOver> {
      const kept = await visible(who, id)
      if (kept.toAgent?.id !== who.id) refuse('not-allowed')
      const declined = await settled(by, kept, 'declined', reason)
      tell(declined)
      return viewOf(declined)
    },

    async takeBack(by: By, who: Helping, id: string): Promise<HandOver> {
      const kept = await visible(who, id)
      if (kept.from.id !== who.id) refuse('not-allowed')
      const taken = await settled(by, kept, 'taken-back')
      tell(taken)
      return viewOf(taken)
    },

    /** Goes on with what a process that stopped, or a database that did not answer, left half done. */
    async finish(): Promise<void> {
      for (const kept of await rows.unfinished(now())) await finished(kept)
    },

    forget: () => rows.forget(now()),
  }

  function nameOf(team: string) {
    return directory().team(team)?.name ?? null
  }
}

const reachIn = (who: Helping): HandOverReach => ({
  agent: who.id,
  teams: who.teams,
  watchesAll: reachOf(who, 'hand-over', 'watch') === 'all',
})

const mayTake = (who: Helping, { toAgent, toTeam }: KeptHandOver) =>
  toAgent?.id === who.id || (toTeam !== null && who.teams.includes(toTeam.id)) || reachOf(who, 'hand-over', 'take') === 'all'

const idOf = ({ conversation }: { conversation: Conversation }) => conversation.id

type NameOfTeam = (team: string) => string | null

/** As it stands with whoever has it now. */
function viewIn({ toAgent, toTeam, items, ...kept }: KeptHandOver, nameOf: NameOfTeam): HandOver {
  const owner = (item: KeptItem) => (item.outcome === 'taken' && kept.by ? kept.by.id : kept.from.id)
  return {
    ...kept,
    to: toTeam ? { team: toTeam } : { agent: toAgent ?? kept.from },
    items: items.map((item) => itemOf(owner(item), item, nameOf)),
  }
}

function itemOf(owner: string, { conversation, line, outcome }: Omit<KeptItem, 'act'>, nameOf: NameOfTeam): HandedItem {
  const { id, number, requesterName, ticket, hold, unansweredSince, guide } = conversation
  const owed = dutiesOf(owner, conversation)
  const { promise, escalation } = ticket
  return {
    conversation: id,
    number,
    requester: requesterName,
    subject: ticket.subject,
    duties: owed,
    promise: promise ? { until: promise.until, about: promise.about } : null,
    hold: owed.includes('held') && hold ? { until: hold.until, reason: hold.reason } : null,
    waitingSince: owed.includes('waits') ? unansweredSince : null,
    guide: owed.includes('guide') ? (guide?.content.name ?? null) : null,
    workTeam: escalation ? nameOf(escalation.team) : null,
    line,
    outcome,
  }
}

/** What somebody waits for first; of the same kind, what is due first. */
function byPressure(one: HandedItem, other: HandedItem): number {
  const rank = ({ duties: [first = 'ticket'] }: { duties: Duty[] }) => duties.indexOf(first)
  const due = ({ promise, waitingSince, number }: HandedItem) => promise?.until ?? waitingSince ?? String(number).padStart(12, '9')
  return rank(one) - rank(other) || due(one).localeCompare(due(other))
}
