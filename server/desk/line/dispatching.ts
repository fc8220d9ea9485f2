import { theClock } from '../../../shared/people.ts'
import { type RefusalCode, Refused } from '../../../shared/refusal.ts'
import { headOf } from '../kinds.ts'
import { createKeeper } from './knowing.ts'
import type { Candidate, DispatchPorts, Head, Pair, Part, Waiting } from './line-ports.ts'
import { couldTakeOne, inTurn, pacedFor } from './placing.ts'
import { route } from './routing.ts'
import { createWindow, type Seen, size } from './window.ts'

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

interface Hearing {
  /** The fast line does not know who waits. */
  onForgotten(): void
  /** Somebody could take more, and is left alone for so long. */
  onPaced(team: string, milliseconds: number): void
}

/**
 * Offers the first in a team's line to whoever should take them. Under the team's lease, so that processes do not get in
 * each other's way; without Redis it works from PostgreSQL alone, which has the last word in any case.
 */
export function createDispatcher(ports: DispatchPorts, tally: Tally, { onForgotten, onPaced }: Hearing) {
  const { fast, rows, conversations, directory, now, newId } = ports
  const look = createWindow(ports, () => {
    if (fast.isUp()) onForgotten()
    tally.withoutRedis++
  })
  const keepForThoseTheyKnow = createKeeper(ports)

  /** `isExpected`: somebody came, so that it is as well to look at once who could take him. */
  async function dispatch(team: string, isExpected: boolean): Promise<Dispatched> {
    if (directory().routing(team).method === 'manual') return 'done'
    const token = newId()
    const claimed = fast.claim(team, size, token, leaseMs).catch(() => null)
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

  async function placeAll(team: string, first: Part[] | null, ready: Promise<Candidate[]> | null): Promise<Dispatched> {
    let outcome: Dispatched = 'done'
    let [parts, next] = [first, ready]
    for (const skipped = new Map<string, number>(); ; next = null) {
      const [seen, candidates] = await Promise.all([look(team, parts, skipped), next ?? rows.candidates(team)])
      const found = inTurn(seen, directory())
      const heads = await keepForThoseTheyKnow(team, found, candidates)
      const routing = directory().routing(team)
      const pairs = route(
        heads.map((one) => headOf(one, directory())),
        candidates,
        now(),
        routing,
      )
      const made = await Promise.all(pairs.map((pair) => offer(pair, team, candidates, parts !== null)))
      if (made.includes(false)) outcome = 'refused'
      const left = candidates.map((one) => ({ ...one, load: one.load + pairs.filter(({ agent }) => agent === one.agent).length }))
      hearOfPacing(team, heads, left)
      const behind = seen.filter((part) => goesOn(part, left, parts !== null))
      if (behind.length === 0) return outcome
      const given = pairs.flatMap(({ conversation }, place) => (made[place] ? [conversation] : []))
      const moved = heads.flatMap((one, place) => (one === found[place] ? [] : [one.conversation]))
      for (const part of behind) skip(skipped, part, new Set([...given, ...moved]), parts !== null)
      parts = parts && (await partsBehind(team, behind, skipped))
    }
  }

  /**
   * Whether there are more of this kind, and anybody who could take one of them. All of a kind can be given to the same agents;
   * without Redis the kinds stand mixed, and whoever comes behind may ask for nothing at all.
   */
  function goesOn({ heads, last }: Seen, left: Candidate[], fromRedis: boolean): boolean {
    if (last) return false
    const asking = fromRedis ? headOf : askingNothing
    return heads.length === 0 || heads.some((head) => couldTakeOne(asking(head, directory()), left, now(), directory().routing(head.team)))
  }

  // Whoever is proposed, or kept for somebody, leaves his open line in Redis, and stays among the rows of PostgreSQL.
  function skip(skipped: Map<string, number>, { kind, heads, staying }: Seen, left: ReadonlySet<string>, fromRedis: boolean) {
    const gone = fromRedis ? heads.filter(({ conversation }) => left.has(conversation)).length : 0
    skipped.set(kind, (skipped.get(kind) ?? 0) + staying - gone)
  }

  async function partsBehind(team: string, parts: Seen[], skipped: ReadonlyMap<string, number>): Promise<Part[] | null> {
    const lists = await Promise.all(parts.map(({ kind }) => fast.heads(team, skipped.get(kind) ?? 0, size, kind).catch(() => null)))
    const found = lists.flatMap((ids, place) => (ids ? [{ kind: parts[place]?.kind ?? '', ids }] : []))
    return found.length < parts.length ? null : found
  }

  function hearOfPacing(team: string, heads: Waiting[], left: Candidate[]) {
    const seconds = directory().routing(team).pacingSeconds
    const milliseconds = seconds > 0 && heads.length > 0 ? pacedFor(left, now(), seconds) : null
    if (milliseconds !== null) onPaced(team, milliseconds)
  }

  async function offer({ conversation, agent, why }: Pair, team: string, candidates: Candidate[], fromRedis: boolean): Promise<boolean> {
    const id = newId()
    if (fromRedis && !(await propose(conversation, agent, team, id, roomOf(candidates, agent)))) return false
    try {
      const step = { conversation, who: theClock, act: { kind: 'offer', offer: id, agent, why } as const, id: null }
      const { entries } = await conversations.change(step)
      if (!entries.some((entry) => entry.kind === 'offered' && entry.offer === id)) throw new Refused('not-waiting')
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

const askingNothing = ({ conversation }: Waiting): Head => ({ conversation, passedBy: {} })

const gone = new Set<RefusalCode>(['not-found', 'already-ended'])

/** Places that are neither owned nor proposed; the fast line counts what is proposed by itself. */
function roomOf(candidates: Candidate[], agent: string) {
  const candidate = candidates.find((one) => one.agent === agent)
  return candidate ? Math.floor(candidate.capacity - (candidate.load - candidate.ringing)) : 0
}
