import type { Pool } from 'pg'
import type { Entry, Lane } from '../../shared/entry.ts'
import type { Named } from '../../shared/people.ts'
import type { Delivery, Trouble } from '../../shared/protocol/webhook.ts'
import type { Deliveries, Outbox, WebhookTarget } from '../desk/outbox.ts'
import { type TicketEvent, ticketEvent } from '../desk/tickets/ticket-event.ts'
import { audited } from './audit.ts'
import { type EntryRow, entryOf } from './entries.ts'
import { readNames } from './people.ts'
import { readWebhook } from './settings.ts'

interface Row {
  id: string
  conversation_id: string
  attempts: number
  payload: { number: number; upTo: Record<Lane, number>; sha256: string; at: string }
}

/** What waits to leave the house, in PostgreSQL. */
export const outboxIn = (pool: Pool): Outbox => ({
  async due(withinSeconds, most) {
    const { rows } = await pool.query<{ id: string; inMs: number }>({
      name: 'outbox-due',
      text: `select id, greatest(0, ceil(extract(epoch from greatest(next_at, claimed_until) - now()) * 1000))::int as "inMs" from (
          select distinct on (conversation_id) id, next_at, claimed_until, position from outbox
          where state = 'waiting' order by conversation_id, position) as first
        where greatest(next_at, claimed_until) is null or greatest(next_at, claimed_until) <= now() + make_interval(secs => $1)
        order by position limit $2`,
      values: [withinSeconds, most],
    })
    return rows
  },

  async take(id, seconds) {
    const { rows } = await pool.query<{ tries: number }>(
      `update outbox set claimed_until = now() + make_interval(secs => $2)
       where id = $1 and state = 'waiting' and (claimed_until is null or claimed_until <= now())
         and not exists (select from outbox as earlier where earlier.state = 'waiting'
           and earlier.conversation_id = outbox.conversation_id and earlier.position < outbox.position)
       returning attempts as tries`,
      [id, seconds],
    )
    return rows[0] ?? null
  },

  async content(id) {
    const { rows } = await pool.query<Row>('select id, conversation_id, attempts, payload from outbox where id = $1', [id])
    const [row] = rows
    if (!row) throw new Error('An event that is not in the outbox')
    return contentOf(pool, row)
  },

  async delivered(id) {
    await pool.query(
      `update outbox set state = 'delivered', attempts = attempts + 1, delivered_at = now(), last_error = null, last_trouble = null, next_at = null,
         claimed_until = null where id = $1`,
      [id],
    )
  },

  async failed(id, { why, trouble }, pauseMs) {
    await pool.query(
      `update outbox set state = case when $3::float8 is null then 'set-aside' else 'waiting' end, attempts = attempts + 1,
         last_error = $2, last_trouble = $4, next_at = now() + make_interval(secs => $3 / 1000), claimed_until = null where id = $1 and state = 'waiting'`,
      [id, why, pauseMs, trouble],
    )
  },

  async skipped(id) {
    await pool.query("update outbox set state = 'skipped', claimed_until = null where id = $1 and state = 'waiting'", [id])
  },

  async skippedAll() {
    await pool.query({
      name: 'outbox-skip-all',
      text: `update outbox set state = 'skipped', claimed_until = null
        where state = 'waiting' and (next_at is null or next_at <= now()) and (claimed_until is null or claimed_until <= now())`,
    })
  },
})

async function contentOf(pool: Pool, { id, conversation_id: conversation, payload }: Row): Promise<TicketEvent> {
  const { upTo, sha256, at } = payload
  const entries = await entriesUpTo(pool, conversation, upTo)
  const team = entries.findLast((entry) => entry.kind === 'opened' || entry.kind === 'queued')
  const [people, teamName] = await Promise.all([agentsIn(pool, entries), team && 'team' in team ? nameOfTeam(pool, team.team) : null])
  return ticketEvent({ id, at, upTo, sha256, entries, people, teamName })
}

/** In the order in which they were written, both lanes, as the fold wants them. */
async function entriesUpTo(pool: Pool, conversation: string, upTo: Record<Lane, number>): Promise<Entry[]> {
  const { rows } = await pool.query<EntryRow>(
    `select lane, seq, after, at, by, kind, data, act, body from entries
     where conversation_id = $1 and seq <= case lane when 'public' then $2::int else $3::int end
     order by coalesce(after, seq), lane desc, seq`,
    [conversation, upTo.public, upTo.internal],
  )
  return rows.map(entryOf)
}

async function agentsIn(pool: Pool, entries: Entry[]): Promise<Named[]> {
  const requester = entries.find((entry) => entry.kind === 'opened')?.requester
  const ids = new Set(entries.flatMap((entry) => ('agent' in entry && entry.agent ? [entry.by, entry.agent] : [entry.by])))
  return readNames(
    pool,
    [...ids].filter((id) => id !== requester),
  )
}

async function nameOfTeam(pool: Pool, id: string): Promise<string | null> {
  const { rows } = await pool.query<{ name: string }>('select name from teams where id = $1', [id])
  return rows[0]?.name ?? null
}

/** Where events go now; null if nobody wants them. */
export async function webhookTarget(pool: Pool): Promise<WebhookTarget | null> {
  const { value } = await readWebhook(pool)
  const { url, hosts, enabled, secret } = value
  return enabled && url && secret ? { url, hosts, secret } : null
}

const pageSize = 50
const columns = 'id, position, kind, conversation_id, payload, created_at, state, attempts, last_error, last_trouble, next_at, delivered_at'

/** The outbox, for administrators to look at. */
export const deliveriesIn = (pool: Pool): Deliveries => ({
  async list({ state, number, from, to, before }) {
    const { rows } = await pool.query<DeliveryRow>(
      `select ${columns} from outbox
       where ($1::text is null or state = $1)
         and ($2::bigint is null or conversation_id = (select conversation_id from tickets where number = $2))
         and ($3::timestamptz is null or created_at >= $3) and ($4::timestamptz is null or created_at < $4)
         and ($5::bigint is null or position < $5)
       order by position desc limit $6`,
      [state ?? null, number ?? null, from ?? null, to ?? null, before, pageSize + 1],
    )
    return { deliveries: rows.slice(0, pageSize).map(deliveryOf), more: rows.length > pageSize }
  },

  replay: (by, id) =>
    audited(pool, by, async (client, write) => {
      const { rows } = await client.query<DeliveryRow>(
        `update outbox set state = 'waiting', attempts = 0, last_error = null, last_trouble = null, next_at = null, claimed_until = null, delivered_at = null
         where id = $1 returning ${columns}`,
        [id],
      )
      const [row] = rows
      if (!row) return null
      await write({ what: 'webhook:replay', subject: null, after: { delivery: id, number: row.payload.number } })
      return deliveryOf(row)
    }),
})

const forgottenAtOnce = 1_000

/** Forgets events that were delivered so many days ago, and those that nobody wanted. What failed stays until somebody has seen to it. */
export async function forgetDelivered(pool: Pool, days: number): Promise<number> {
  let forgotten = 0
  for (let more = true; more; ) {
    const { rowCount } = await pool.query(
      `delete from outbox where id in (
         select id from outbox where state in ('delivered', 'skipped') and coalesce(delivered_at, created_at) < now() - make_interval(days => $1)
         limit $2 for update skip locked)`,
      [days, forgottenAtOnce],
    )
    forgotten += rowCount ?? 0
    more = rowCount === forgottenAtOnce
  }
  return forgotten
}

interface DeliveryRow extends Row {
  position: string
  kind: string
  created_at: Date
  state: Delivery['state']
  last_error: string | null
  last_trouble: Trouble | null
  next_at: Date | null
  delivered_at: Date | null
}

const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  position: Number(row.position),
  kind: row.kind,
  conversation: row.conversation_id,
  number: row.payload.number,
  at: row.created_at.toISOString(),
  state: row.state,
  attempts: row.attempts,
  lastError: row.last_error,
  trouble: row.last_trouble,
  nextAt: row.next_at?.toISOString() ?? null,
  deliveredAt: row.delivered_at?.toISOString() ?? null,
})
