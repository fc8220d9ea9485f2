import { waitingFrom } from '../kinds.ts'
import type { DispatchPorts, Part, Waiting } from './line-ports.ts'

/** How many heads of each kind are looked at in one go; whoever cannot be placed among them holds up nobody behind. */
export const size = 32
/** Without Redis all kinds stand in one list: more and more of it is read at a time, up to so many rows, and so far. */
const mostAtOnce = 1_000
const farthest = 10_000

/** The first of one kind: who may be offered, how many of them stay where they are, and whether nobody of it comes behind. */
export interface Seen {
  kind: string
  heads: Waiting[]
  staying: number
  last: boolean
}

/** Looks at the next who wait in a team, as the fast line found them, or page by page where it is not there. */
export function createWindow(
  { fast, rows, conversations }: Pick<DispatchPorts, 'fast' | 'rows' | 'conversations'>,
  onWithoutRedis: () => void,
) {
  return async function look(team: string, parts: Part[] | null, skipped: ReadonlyMap<string, number>): Promise<Seen[]> {
    if (parts) return stillWaiting(team, parts)
    onWithoutRedis()
    const past = skipped.get('') ?? 0
    const count = Math.min(Math.max(size, past), mostAtOnce)
    const waiting = await rows.waiting(team, count, past)
    const last = waiting.length < count || past + count >= farthest
    return [{ kind: '', heads: waiting.filter((one) => !one.offer), staying: waiting.length, last }]
  }

  /**
   * PostgreSQL knows better: what no longer waits here is taken off the line. Whom this process saw waiting need not be asked
   * for, since an offer is made only to who still does; what it saw otherwise may be otherwise again, over another process.
   */
  async function stillWaiting(team: string, parts: Part[]): Promise<Seen[]> {
    const ids = parts.flatMap((part) => part.ids)
    const seen = new Map(ids.flatMap((id) => entryOf(lately(team, id))))
    const unseen = ids.filter((id) => !seen.has(id))
    const asked = unseen.length > 0 ? await rows.waitingAmong(unseen) : []
    const known = new Map([...seen, ...asked.filter((one) => one.team === team).flatMap(entryOf)])
    for (const id of ids) if (!known.has(id)) await fast.settle(team, id).catch(() => {})
    return parts.map((part) => {
      const here = part.ids.flatMap((id) => known.get(id) ?? [])
      return { kind: part.kind, heads: here.filter((one) => !one.offer), staying: here.length, last: part.ids.length < size }
    })
  }

  /** As this team's line sees it, if it waits there and rings nowhere. */
  function lately(team: string, id: string): Waiting | null {
    const conversation = conversations.lately(id)
    const waiting = conversation ? waitingFrom(conversation) : null
    return waiting?.team === team && !waiting.offer ? waiting : null
  }
}

const entryOf = (waiting: Waiting | null): (readonly [string, Waiting])[] => (waiting ? [[waiting.conversation, waiting] as const] : [])
