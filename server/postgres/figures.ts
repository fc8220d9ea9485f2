import type { Pool } from 'pg'

/** How the desk stands, in numbers. */
export interface Figures {
  /** Teams in which somebody waits: how many, and since when the first of them. */
  waiting: { team: string; count: number; since: Date }[]
  /** What is to leave the house, and for how many seconds the oldest of it has waited. */
  outbox: { waiting: number; setAside: number; seconds: number }
}

/** Reads them for those who watch over the desk. */
export async function readFigures(pool: Pool): Promise<Figures> {
  const [waiting, outbox] = await Promise.all([
    pool.query<Figures['waiting'][number]>(
      `select team_id as team, count(*)::int as count, min(waiting_since) as since from conversations where status = 'waiting' group by team_id`,
    ),
    pool.query<Figures['outbox']>(
      `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'set-aside')::int as "setAside",
         coalesce(extract(epoch from now() - min(created_at) filter (where state = 'waiting')), 0)::float8 as seconds
       from outbox where state in ('waiting', 'set-aside')`,
    ),
  ])
  return { waiting: waiting.rows, outbox: outbox.rows[0] ?? { waiting: 0, setAside: 0, seconds: 0 } }
}
