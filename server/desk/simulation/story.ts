import type { RecordedEntry, RecordedTalk } from './recorded.ts'
import type { Arrival } from './traffic.ts'

/** One who came, as he came: when, what he asked for, how long he waited, and how the talk went. */
export interface Story extends Omit<Arrival, 'patience' | 'turns' | 'wrapUp'> {
  id: string
  /** In seconds, until he was helped or no longer waited. */
  waited: number
  /** He left by himself. */
  gaveUp: boolean
  /** Null where nobody talked to him. */
  talk: Pick<Arrival, 'turns' | 'wrapUp'> | null
}

/** What a timeline tells; null where nobody stood in a line. What came after its first end is another story. */
export function storyOf({ id, topic, needs, knows, entries }: RecordedTalk, readAt: number, wrapUpSeconds: number): Story | null {
  const [opened] = entries
  if (opened?.kind !== 'opened' || opened.entrance !== 'line' || !opened.team || !opened.requester) return null
  const waiting = entries.slice(0, placeOf(entries, waitOver))
  const over = entries[waiting.length]
  const talk = entries.slice(waiting.length)
  const last = <K extends 'impact' | 'urgency' | 'needs'>(field: K) => waiting.findLast((entry) => entry[field] !== null)?.[field] ?? null
  return {
    id,
    at: opened.at,
    requester: opened.requester,
    team: opened.team,
    topic,
    needs: last('needs') ?? needs,
    language: opened.language,
    impact: last('impact') ?? 'low',
    urgency: last('urgency') ?? 'medium',
    vip: waiting.some(({ kind }) => kind === 'favoured'),
    knows,
    waited: ((over?.at ?? readAt) - opened.at) / 1000,
    gaveUp: over?.kind === 'abandoned' || (over?.kind === 'message-left' && wishes.has(over.why ?? '')),
    talk: over?.kind === 'assigned' ? { turns: turnsOf(talk, opened.requester, readAt), wrapUp: wrapUpOf(talk, wrapUpSeconds) } : null,
  }
}

const waitOver: ReadonlySet<string> = new Set(['assigned', 'abandoned', 'message-left', 'ended'])
const wishes: ReadonlySet<string> = new Set(['wish', 'absent'])

function placeOf(entries: readonly RecordedEntry[], kinds: ReadonlySet<string>) {
  const place = entries.findIndex(({ kind }) => kinds.has(kind))
  return place < 0 ? entries.length : place
}

/** How long each turn to speak lasted, the agent's first. While the requester stood in a line again, nobody talked. */
function turnsOf(talk: readonly RecordedEntry[], requester: string, readAt: number): number[] {
  const turns: number[] = []
  let [turn, since]: [number, number | null] = [0, null]
  const stop = (at: number) => {
    if (since !== null) turn += (at - since) / 1000
    since = null
  }
  const pass = (at: number) => {
    stop(at)
    turns.push(turn)
    turn = 0
    since = at
  }
  for (const { kind, at, by } of talk.slice(0, placeOf(talk, ended) + 1)) {
    if (kind === 'assigned') {
      stop(at)
      if (turns.length % 2 === 1) pass(at)
      since = at
    } else if (kind === 'queued' || ended.has(kind)) stop(at)
    else if (kind === 'said' && since !== null && (by === requester) === (turns.length % 2 === 1)) pass(at)
  }
  if (since !== null) stop(readAt)
  return [...turns, turn]
}

const ended: ReadonlySet<string> = new Set(['ended', 'message-left'])

function wrapUpOf(talk: readonly RecordedEntry[], most: number): number {
  const end = talk.find(({ kind }) => kind === 'ended')?.at
  const done = talk.find(({ kind, at }) => kind === 'resolved' && end !== undefined && at >= end)?.at
  return end === undefined || done === undefined ? most : Math.min(most, (done - end) / 1000)
}
