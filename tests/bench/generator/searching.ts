import pg from 'pg'
import type { TicketPage } from '../../../shared/protocol/ticket-list.ts'
import type { Reply } from '../../../shared/refusal.ts'
import { must, type Player } from './cast.ts'
import { createLatencies, type Spread } from './latencies.ts'

export interface Sought {
  took: Spread
  /** Rows of one answer. */
  rows: number
}

/** Agents in turn look for the same words in all tickets, one after the other. */
export async function seek(agents: Player[], words: string, count: number): Promise<Sought> {
  return timed(count, async (turn) => {
    const agent = agents[turn % agents.length]
    if (!agent) throw new Error('Nobody looks')
    return must(await agent.connection.ask<Reply<TicketPage>>('ticket:list', { words, filters: {}, limit: 20 })).rows.length
  })
}

/** The newest twenty by the plainest statement that finds them, on one connection: rare words first of all, frequent ones by the way. */
export async function seekBare(url: string, words: string, rare: boolean, count: number): Promise<Sought> {
  const client = new pg.Client(url)
  await client.connect()
  const query = words.split(' ').join(' & ')
  const found = "select number, subject, changed_at from tickets where search @@ to_tsquery('simple', $1)"
  // Of rare words PostgreSQL would believe that the newest twenty come soon, and read the whole table for them.
  const text = `${rare ? `with hits as materialized (${found}) select * from hits` : found} order by changed_at desc limit 20`
  try {
    return await timed(count, async () => {
      // Planned for its words each time: the plan for any words would fetch half of a large table for the frequent ones.
      const { rows } = await client.query(text, [query])
      return rows.length
    })
  } finally {
    await client.end()
  }
}

async function timed(count: number, once: (turn: number) => Promise<number>): Promise<Sought> {
  const latencies = createLatencies(count)
  let rows = 0
  for (let turn = 0; turn < count; turn++) {
    const from = performance.now()
    rows = await once(turn)
    latencies.add(performance.now() - from)
  }
  return { took: latencies.spread(), rows }
}
