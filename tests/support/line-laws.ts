import { inOrder } from '../../shared/client/lanes.ts'
import { type Conversation, carrierOf, evolve, weightOf } from '../../shared/conversation.ts'
import type { Entry } from '../../shared/entry.ts'
import { addLoads, hasRoom } from '../../shared/queue.ts'
import { groups, type Kept } from './laws.ts'

/** One time that a load was written down, in its transaction. */
export interface LoadMove {
  agent: string
  was: number
  load: number
  capacity: number
  /** How many conversations came back to this agent in the same transaction, because their requesters wished it. */
  cameBack: number
}

/** An agent as the line sees him. */
export interface Able {
  agent: string
  teams: string[]
  here: boolean
  wish: string
  load: number
  capacity: number
}

/** At every moment a conversation had one owner at most: replayed entry by entry, nobody was given it while another had it. */
export function oneOwner(kept: Kept[]): string[] {
  return timelines(kept).flatMap(({ conversation, entries }) => {
    const wrong: string[] = []
    let owner: string | null = null
    let offered: { offer: string; agent: string } | null = null
    let handedOn: string | null = null
    const doubt = (what: string) => wrong.push(`${conversation}: ${what}`)
    for (const entry of entries) {
      if (entry.kind === 'offered') {
        if (owner) doubt(`offered to ${entry.agent} while ${owner} had it`)
        if (offered) doubt(`offered to ${entry.agent} while it rang for ${offered.agent}`)
        offered = entry
      } else if (endsOffer(entry, offered)) offered = null
      else if (entry.kind === 'transferred') handedOn = entry.from
      else if (entry.kind === 'assigned') {
        if (owner && !mayChangeHands(entry, owner, handedOn)) doubt(`given to ${entry.agent} (${entry.how}) while ${owner} had it`)
        if (entry.how === 'offer' && offered?.agent !== entry.agent) doubt(`accepted by ${entry.agent}, for whom it did not ring`)
        owner = entry.agent
        offered = handedOn = null
      } else if (ownerless.has(entry.kind)) owner = offered = handedOn = null
    }
    return wrong
  })
}

const endsOffer = (entry: Entry, offered: { offer: string } | null) =>
  (entry.kind === 'declined' || entry.kind === 'expired' || entry.kind === 'withdrawn') && entry.offer === offered?.offer

const mayChangeHands = ({ how }: Entry & { kind: 'assigned' }, owner: string, handedOn: string | null) =>
  how === 'take-over' || (how === 'transfer' && handedOn === owner)

const ownerless = new Set<Entry['kind']>(['queued', 'message-left', 'abandoned', 'ended'])

/** No load was ever above its capacity, however short, but for work that came back; then nothing more was given. */
export function capacityKept(moves: LoadMove[]): string[] {
  return moves.flatMap(({ agent, was, load, capacity, cameBack }) => {
    const given = addLoads(load, -cameBack)
    return given <= Math.max(capacity, was) ? [] : [`${agent} was given more than there is room for: from ${was} to ${load} of ${capacity}`]
  })
}

/** Each load is what its agent carries. */
export function loadsTrue(standings: { agent: string; load: number }[], conversations: Conversation[]): string[] {
  return standings.flatMap(({ agent, load }) => {
    const carried = conversations.filter((one) => carrierOf(one) === agent).reduce((sum, one) => addLoads(sum, weightOf(one)), 0)
    return carried === load ? [] : [`${agent} carries ${carried}, and the load says ${load}`]
  })
}

/** Each conversation has exactly one ticket, under its own number, and was opened once; each logging was told to the world once. */
export function oneTicketEach(
  kept: Kept[],
  conversations: Pick<Conversation, 'id' | 'number'>[],
  tickets: { conversation: string; number: number }[],
  told: string[],
): string[] {
  const opened = tally(kept.filter(({ entry }) => entry.kind === 'opened').map(({ conversation }) => conversation))
  const logged = tally(kept.filter(({ entry }) => entry.kind === 'logged').map(({ conversation }) => conversation))
  const sent = tally(told)
  const numbers = new Map(
    groups(tickets, ({ conversation }) => conversation).map((own) => [own[0]?.conversation, own.map(numberOf).join()]),
  )
  const known = new Set(conversations.map(({ id }) => id))
  const strangers = tickets.filter(({ conversation }) => !known.has(conversation))
  return [
    ...strangers.map(({ number }) => `ticket ${number} belongs to no conversation`),
    ...(new Set(conversations.map(numberOf)).size < conversations.length ? ['two conversations have one number'] : []),
    ...conversations.flatMap(({ id, number }) => {
      const [times, logs, tellings] = [opened, logged, sent].map((count) => count.get(id) ?? 0)
      return [
        ...(numbers.get(id) === String(number) ? [] : [`${id} has number ${number} and the tickets ${numbers.get(id) ?? 'none'}`]),
        ...(times === 1 ? [] : [`${id} was opened ${times} times`]),
        ...(logs === tellings ? [] : [`${id} was logged ${logs} times, and that was told ${tellings} times`]),
      ]
    }),
  ]
}

const numberOf = ({ number }: { number: number }) => number
const tally = (ids: string[]) => new Map(groups(ids, (id) => id).map((same) => [same[0], same.length]))

/** Where a conversation stands is what its entries say. */
export function standsAsTold(kept: Kept[], conversations: Conversation[]): string[] {
  const states = new Map(conversations.map((one) => [one.id, one]))
  return timelines(kept).flatMap(({ conversation, entries }) => {
    const folded = entries.reduce<Conversation | null>(evolve, null)
    const state = states.get(conversation)
    const [has, should] = [state && picture(state), folded && picture(folded)]
    return has === should ? [] : [`${conversation} stands as ${has ?? 'nothing'}, and its entries say ${should}`]
  })
}

const picture = ({ status, agent, joined, offer, team, last, ticket }: Conversation) =>
  JSON.stringify({ status, agent, joined, offer: offer?.id ?? null, team, last, ticket: ticket.status })

/** Nobody waits for whom nothing rings while an agent of his team is there, available, has room, and did not let him go by a moment ago. */
export function nobodyWaitsInVain(conversations: Conversation[], agents: Able[], now: Date, reofferAfterSeconds: number): string[] {
  const able = agents.filter((agent) => agent.here && agent.wish === 'available' && hasRoom(agent))
  return conversations
    .filter(({ status, offer }) => status === 'waiting' && !offer)
    .flatMap(({ id, team, passedBy }) => {
      const isAsked = (agent: string) => now.getTime() - Date.parse(passedBy[agent] ?? '1970-01-01') >= reofferAfterSeconds * 1000
      const who = able.find(({ agent, teams }) => teams.includes(team) && isAsked(agent))
      return who ? [`${id} waits while ${who.agent} has room (${who.load} of ${who.capacity})`] : []
    })
}

function timelines(kept: Kept[]) {
  return groups(kept, ({ conversation }) => conversation).map((rows) => ({
    conversation: rows[0]?.conversation ?? '',
    entries: rows.map(({ entry }) => entry).sort(inOrder),
  }))
}
