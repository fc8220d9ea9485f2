import type { Conversation } from '../../shared/conversation.ts'
import { theClock } from '../../shared/people.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import type { Candidate, LinePorts, Pair, Waiting } from './line-ports.ts'
import { route } from './routing.ts'

/** How many heads are looked at in one go; whoever cannot be placed among them holds up nobody behind. */
const window = 32
const leaseMs = 5_000
/** How long a proposal is believed before PostgreSQL has made the offer. */
const proposalMs = 5_000

export type Dispatched = 'done' | 'held' | 'refused'

export interface Tally {
  offered: number
  refused: number
  withoutRedis: number
  repaired: number
  rebuilt: number
}

/** A window of the line: who may be offered, how many of it stay where they are, and whether nobody comes behind. */
interface Heads {
  heads: Waiting[]
  staying: number
  last: boolean
  fromRedis: boolean
}

/**
 * Offers the first in a team's line to whoever should take them. Under the team's lease, so that processes do not get in
 * each other's way; without Redis it works from PostgreSQL alone, which has the last word in any case.
 */
export function createDispatcher(ports: LinePorts, tally: Tally, onForgotten: () => void) {
  const { fast, rows, conversations, directory, now, newId } = ports

  /** `isExpected`: somebody came, so that it is as well to look at once who could take him. */
  async function dispatch(team: string, isExpected: boolean): Promise<Dispatched> {
    const token = newId()
    const claimed = fast.claim(team, window, token, leaseMs).catch(() => null)
    const ready = isExpected ? rows.candidates(team) : null
    // Whoever needs them hears of their failure.
    ready?.catch(() => {})
    const first = await claimed
    if (first === 'held') return 'held'
    if (first?.length === 0) return 'done'
    try {
      return await placeAll(team, first, ready)
    } finally {
      // Nobody waits for it: whoever claims next is heard after it.
      if (first) void fast.unlease(team, token).catch(() => {})
    }
  }

  async function placeAll(team: string, first: string[] | null, ready: Promise<Candidate[]> | null): Promise<Dispatched> {
    let outcome: Dispatched = 'done'
    let [ids, next] = [first, ready]
    for (let skip = 0; ; next = null) {
      const [{ heads, staying, last, fromRedis }, candidates] = await look(team, skip, ids, next)
      const pairs = route(heads, candidates, now(), directory().settings)
      const made = await Promise.all(pairs.map((pair) => offer(pair, team, candidates, fromRedis)))
      if (made.includes(false)) outcome = 'refused'
      if (last || (heads.length > 0 && !hasRoom(candidates, pairs))) return outcome
      // Whoever is proposed leaves the open line in Redis, and stays among the rows of PostgreSQL.
      skip += fromRedis ? staying - made.filter(Boolean).length : staying
      ids = first && (await fast.heads(team, skip, window).catch(() => null))
    }
  }

  /** Who waits next, and who could take them. */
  async function look(team: string, skip: number, ids: string[] | null, ready: Promise<Candidate[]> | null): Promise<[Heads, Candidate[]]> {
    if (ids?.length === 0) return [{ heads: [], staying: 0, last: true, fromRedis: true }, []]
    return Promise.all([headsOf(team, skip, ids), ready ?? rows.candidates(team)])
  }

  async function headsOf(team: string, skip: number, ids: string[] | null): Promise<Heads> {
    if (ids) return { ...(await stillWaiting(team, ids)), last: ids.length < window, fromRedis: true }
    if (fast.isUp()) onForgotten()
    tally.withoutRedis++
    const waiting = await rows.waiting(team, window, skip)
    return { heads: waiting.filter((one) => !one.offer), staying: waiting.length, last: waiting.length < window, fromRedis: false }
  }

  /**
   * PostgreSQL knows better: what no longer waits here is taken off the line. Whom this process saw waiting need not be asked
   * for, since an offer is made only to who still does; what it saw otherwise may be otherwise again, over another process.
   */
  async function stillWaiting(team: string, ids: string[]) {
    const seen = ids.flatMap((id) => openIn(team, conversations.lately(id)))
    const unseen = ids.filter((id) => !seen.some(({ conversation }) => conversation === id))
    const asked = unseen.length > 0 ? await rows.waitingAmong(unseen) : []
    const here = [...seen, ...asked].filter((one) => one.team === team)
    const known = new Map(here.map((one) => [one.conversation, one]))
    for (const id of ids) if (!known.has(id)) await fast.settle(team, id).catch(() => {})
    const heads = ids.flatMap((id) => known.get(id) ?? []).filter((one) => !one.offer)
    return { heads, staying: known.size }
  }

  async function offer({ conversation, agent, why }: Pair, team: string, candidates: Candidate[], fromRedis: boolean): Promise<boolean> {
    const id = newId()
    if (fromRedis && !(await propose(conversation, agent, team, id, roomOf(candidates, agent)))) return false
    try {
      const step = { conversation, who: theClock, act: { kind: 'offer', offer: id, agent, why } as const, id: null }
      const change = await conversations.change(step)
      if (change.conversation.offer?.id !== id) throw new Refused('not-waiting')
      tally.offered++
      return true
    } catch (error) {
      tally.refused++
      if (fromRedis) await takeBack(team, conversation, id, error)
      if (!(error instanceof Refused)) throw error
      if (error.code === 'agent-unavailable') await ports.refreshDirectory()
      return false
    }
  }

  const propose = (conversation: string, agent: string, team: string, offer: string, room: number) =>
    fast.propose({ conversation, agent, team, offer, room, till: now().getTime() + proposalMs }).catch(() => true)

  async function takeBack(team: string, conversation: string, offer: string, error: unknown) {
    // Not known whether it was made: the reconciler will see.
    if (error instanceof Refused && error.code === 'unavailable') return
    await fast.release(team, conversation, offer).catch(() => false)
    if (error instanceof Refused && gone.has(error.code)) await fast.settle(team, conversation).catch(() => {})
  }

  return dispatch
}

/** As this team's line sees it, if it waits there and rings nowhere. */
const openIn = (line: string, seen: Conversation | undefined): Waiting[] => {
  if (seen?.status !== 'waiting' || !seen.waitingSince || seen.team !== line || seen.offer) return []
  const { id, requester, team, waitingSince, ticket, passedBy, offer } = seen
  return [{ conversation: id, requester, team, waitingSince, priority: ticket.priority, passedBy, offer }]
}

const gone = new Set<RefusalCode>(['not-found', 'already-ended'])

/** Places that are neither owned nor proposed; the fast line counts what is proposed by itself. */
function roomOf(candidates: Candidate[], agent: string) {
  const candidate = candidates.find((one) => one.agent === agent)
  return candidate ? candidate.capacity - (candidate.load - candidate.ringing) : 0
}

function hasRoom(candidates: Candidate[], pairs: Pair[]) {
  const given = (agent: string) => pairs.filter((pair) => pair.agent === agent).length
  return candidates.some(({ agent, here, wish, load, capacity }) => here && wish === 'available' && load + given(agent) < capacity)
}
