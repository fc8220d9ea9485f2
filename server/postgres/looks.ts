import type { Pool, PoolClient } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import type { Cursor } from '../../shared/protocol/conversation.ts'
import type { Look } from '../desk/desk.ts'
import { readCursors } from './cursors.ts'
import { columns, type EntryRow, entryOf, pageOf, readPage } from './entries.ts'
import { gather } from './gathering.ts'
import { readMerged } from './merged.ts'
import { inOneVolley, type Statements } from './volley.ts'

const newest = 2 ** 31 - 1

/** A conversation that a requester opens, and how long his page of it is. */
interface Asked {
  conversation: string
  limit: number
}

/**
 * All that whoever opens a conversation sees, asked at once: opening is what people wait for. Requesters who open theirs in the
 * same moment are read together, since after a cut they come back by the thousand.
 */
export function looksIn(pool: Pool) {
  const requesters = gather<Asked, Look | null>((batch) => inOneVolley(pool, (statements) => readLooks(statements, batch)), {
    most: 100,
    full: 50_000,
    whenFull: () => new Error('Too many open their conversations at once'),
  })

  return {
    look: (conversation: string, { limit, internal }: { limit: number; internal: boolean }): Promise<Look | null> =>
      internal ? lookInside(pool, conversation, limit) : requesters.add({ conversation, limit }),
  }
}

/** With what agents see. Which notes lie among a page is known only with the page. */
async function lookInside(pool: Pool, conversation: string, limit: number): Promise<Look | null> {
  const client = await pool.connect()
  try {
    const [state, page, marks, merged] = await Promise.all([
      readState(client, conversation),
      readPage(client, conversation, { before: newest, limit, internal: true }),
      readCursors(client, conversation),
      readMerged(client, [conversation]),
    ])
    return state && { state, page, marks, milestones: [], merged: merged.get(conversation) ?? [] }
  } finally {
    client.release()
  }
}

async function readLooks(statements: Statements, batch: Asked[]): Promise<PromiseSettledResult<Look | null>[]> {
  const limits = new Map<string, number>()
  // Two devices may open the same one, with pages of their own.
  for (const { conversation, limit } of batch) limits.set(conversation, Math.max(limit, limits.get(conversation) ?? 0))
  const ids = [...limits.keys()]
  const [states, pages, marks, milestones, merged] = await Promise.all([
    readStates(statements, ids),
    readPages(statements, limits),
    readMarks(statements, ids),
    readMilestones(statements, ids),
    readMerged(statements, ids),
  ])
  const lookAt = ({ conversation: id, limit }: Asked): Look | null => {
    const state = states.get(id)
    if (!state) return null
    const page = pageOf(pages.get(id) ?? [], limit)
    const told = { milestones: (milestones.get(id) ?? []).map(entryOf), merged: merged.get(id) ?? [] }
    return { state, page, marks: marks.get(id) ?? [], ...told }
  }
  return batch.map((asked) => ({ status: 'fulfilled', value: lookAt(asked) }))
}

interface Of {
  conversation: string
}

async function readStates(statements: Statements, ids: string[]): Promise<Map<string, Conversation>> {
  const { rows } = await statements.query<Of & { state: Conversation }>({
    name: 'read-conversations',
    text: 'select id as conversation, state from conversations where id = any($1::uuid[])',
    values: [ids],
  })
  return new Map(rows.map(({ conversation, state }) => [conversation, state]))
}

/** The newest public entries of each, the newest first, one more than its page holds where there are more. */
async function readPages(statements: Statements, limits: Map<string, number>): Promise<Map<string, EntryRow[]>> {
  const { rows } = await statements.query<Of & EntryRow>({
    name: 'read-pages',
    text: `select asked.conversation, page.* from unnest($1::uuid[], $2::int[]) as asked (conversation, size) cross join lateral (
        select ${columns} from entries
        where conversation_id = asked.conversation and lane = 'public' order by seq desc limit asked.size) as page`,
    values: [[...limits.keys()], [...limits.values()].map((limit) => limit + 1)],
  })
  return byConversation(rows)
}

async function readMarks(statements: Statements, ids: string[]): Promise<Map<string, Cursor[]>> {
  const { rows } = await statements.query<Of & Cursor>({
    name: 'read-marks',
    text: 'select conversation_id as conversation, person_id as person, delivered, seen from cursors where conversation_id = any($1::uuid[])',
    values: [ids],
  })
  return byConversation(rows)
}

/** All public entries but what was said: few, however long the conversation is. */
async function readMilestones(statements: Statements, ids: string[]): Promise<Map<string, EntryRow[]>> {
  const { rows } = await statements.query<Of & EntryRow>({
    name: 'read-milestones',
    text: `select conversation_id as conversation, ${columns} from entries
      where conversation_id = any($1::uuid[]) and lane = 'public' and kind <> 'said' order by conversation_id, seq`,
    values: [ids],
  })
  return byConversation(rows)
}

function byConversation<Row extends Of>(rows: Row[]): Map<string, Omit<Row, 'conversation'>[]> {
  const found = new Map<string, Omit<Row, 'conversation'>[]>()
  for (const { conversation, ...row } of rows) {
    const those = found.get(conversation)
    if (those) those.push(row)
    else found.set(conversation, [row])
  }
  return found
}

/** Where a conversation stands, or null. */
export async function readState(db: Pool | PoolClient, conversation: string): Promise<Conversation | null> {
  const { rows } = await db.query<{ state: Conversation }>({
    name: 'read-conversation',
    text: 'select state from conversations where id = $1',
    values: [conversation],
  })
  return rows[0]?.state ?? null
}
