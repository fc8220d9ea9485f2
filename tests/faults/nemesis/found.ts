import type { Pool } from 'pg'
import { columns, type EntryRow, entryOf } from '../../../server/postgres/entries.ts'
import { isIntact, loggedRecords } from '../../../server/postgres/logged.ts'
import type { Conversation } from '../../../shared/conversation.ts'
import type { Kept } from '../../support/laws.ts'
import type { Able } from '../../support/line-laws.ts'

export type Found = Awaited<ReturnType<typeof whatIsKept>>

/** All that the database holds, seen in one moment. */
export async function whatIsKept(pool: Pool) {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const entries = await client.query<EntryRow & { conversation: string }>(
      `select conversation_id as conversation, ${columns} from entries order by conversation_id, lane, seq`,
    )
    const states = await client.query<{ state: Conversation }>('select state from conversations')
    const tickets = await client.query<{ conversation: string; number: number }>(
      'select conversation_id as conversation, number::int from tickets',
    )
    const outbox = await client.query<{ conversation: string }>(
      `select conversation_id as conversation from outbox where kind = 'ticket.logged'`,
    )
    const agents = await client.query<Able>(
      `select agent_id as agent, load, capacity, wish, exists (select from presences where person_id = agent_id) as here,
         array (select team_id from members where members.agent_id = standings.agent_id) as teams
       from standings`,
    )
    const time = await client.query<{ now: Date }>('select now()')
    await client.query('commit')
    return {
      kept: entries.rows.map(({ conversation, ...row }): Kept => ({ conversation, entry: entryOf(row) })),
      conversations: states.rows.map(({ state }) => state),
      tickets: tickets.rows,
      told: outbox.rows.map(({ conversation }) => conversation),
      agents: agents.rows,
      now: time.rows[0]?.now ?? new Date(),
    }
  } finally {
    client.release()
  }
}

/** Logged records whose hash is another by now. */
export async function brokenRecords(pool: Pool): Promise<string[]> {
  const wrong: string[] = []
  for await (const logged of loggedRecords(pool)) {
    if (!(await isIntact(pool, logged))) wrong.push(`the record of ticket ${logged.ticket} is not what was logged`)
  }
  return wrong
}
