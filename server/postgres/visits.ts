import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Requesting } from '../../shared/people.ts'
import type { Visits } from '../desk/visits.ts'
import { identified, newcomer } from './requesters.ts'
import { sitesOfIssuer } from './sites.ts'
import { hashOf, newToken } from './tokens.ts'

const isGood = `seen_at > now() - interval '30 days' and created_at > now() - interval '180 days'`

/** Visits: what a requester's browser holds to come back to his own conversations, and to nothing else. */
export const visitsIn = (pool: Pool): Visits => ({
  sitesOf: (issuer, at) => sitesOfIssuer(pool, issuer, at),
  newcomer: (introduced) => newcomer(pool, introduced),
  identified: (identity) => identified(pool, identity),

  async open(requester) {
    const { token, hash } = newToken()
    await pool.query('insert into visits (id, token_hash, requester_id) values ($1, $2, $3)', [randomUUID(), hash, requester])
    return token
  },

  async end(token) {
    const { rows } = await pool.query<{ id: string }>('delete from visits where token_hash = $1 returning id', [hashOf(token)])
    return rows[0]?.id ?? null
  },
})

/** Who stands at the door with this token, and the key by which his connections are cut; null if it opens nothing (any more). */
export async function requesterAtDoor(pool: Pool, token: unknown): Promise<{ who: Requesting; key: string } | null> {
  if (typeof token !== 'string' || !/^[\w-]{43}$/.test(token)) return null
  const { rows } = await pool.query<Guest>({ name: 'visit-at-door', text: atDoor, values: [hashOf(token)] })
  if (!rows[0]) return null
  const { key, vip, ...who } = rows[0]
  return { who: { kind: 'requester', ...who, ...(vip && { vip }) }, key }
}

/** Which of these visits, by key, are still good. */
export async function livingVisits(pool: Pool, keys: string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'living-visits',
    text: `select id from visits where id = any($1::uuid[]) and ${isGood}`,
    values: [keys],
  })
  return new Set(rows.map(({ id }) => id))
}

type Guest = Omit<Requesting, 'kind' | 'vip'> & { key: string; vip: boolean | null }

// Kept alive at most every ten minutes: people reconnect often, and a row that nobody needs to write is a row that nobody waits for.
const atDoor = `
  with visit as (
    select id, requester_id, seen_at from visits where token_hash = $1 and ${isGood}
  ), kept as (
    update visits set seen_at = now() from visit where visits.id = visit.id and visit.seen_at < now() - interval '10 minutes'
  )
  select visit.id as key, requesters.id, name, email, verified, vip
  from visit join requesters on requesters.id = visit.requester_id`

/** Forgets visits that open nothing any more. */
export async function forgetOldVisits(pool: Pool): Promise<number> {
  const old = `seen_at < now() - interval '30 days' or created_at < now() - interval '180 days'`
  const { rowCount } = await pool.query(`delete from visits where ${old}`)
  return rowCount ?? 0
}
