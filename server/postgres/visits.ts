import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Requesting } from '../../shared/people.ts'
import type { Visits } from '../desk/visits.ts'
import { gather } from './gathering.ts'
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

/** A requester, and the key by which his connections are cut. */
export interface Guest {
  who: Requesting
  key: string
}

/** Who stands at the door with a token; null if it opens nothing (any more). Those who come in the same moment are looked up together. */
export function requestersAtDoor(pool: Pool): (token: unknown) => Promise<Guest | null> {
  const knocks = gather<Buffer, Guest | null>((hashes) => lookAt(pool, hashes), {
    most: 500,
    full: 50_000,
    whenFull: () => new Error('Too many stand at the door at once'),
  })
  return async (token) => (typeof token === 'string' && /^[\w-]{43}$/.test(token) ? knocks.add(hashOf(token)) : null)
}

async function lookAt(pool: Pool, hashes: Buffer[]): Promise<PromiseSettledResult<Guest | null>[]> {
  const { rows } = await pool.query<GuestRow>({ name: 'visits-at-door', text: atDoor, values: [hashes] })
  const guests = new Map(rows.map(({ hash, ...row }) => [hash.toString('hex'), guestFrom(row)]))
  return hashes.map((hash) => ({ status: 'fulfilled', value: guests.get(hash.toString('hex')) ?? null }))
}

const guestFrom = ({ key, vip, ...who }: Omit<GuestRow, 'hash'>): Guest => ({
  who: { kind: 'requester', ...who, ...(vip && { vip }) },
  key,
})

/** Which of these visits, by key, are still good. */
export async function livingVisits(pool: Pool, keys: string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'living-visits',
    text: `select id from visits where id = any($1::uuid[]) and ${isGood}`,
    values: [keys],
  })
  return new Set(rows.map(({ id }) => id))
}

type GuestRow = Omit<Requesting, 'kind' | 'vip'> & { hash: Buffer; key: string; vip: boolean | null }

// Kept alive at most every ten minutes: people reconnect often, and a row that nobody needs to write is a row that nobody waits for.
const atDoor = `
  with visit as (
    select id, token_hash as hash, requester_id, seen_at from visits where token_hash = any($1::bytea[]) and ${isGood}
  ), old as (
    select visits.id from visits join visit on visit.id = visits.id where visit.seen_at < now() - interval '10 minutes'
    for update of visits skip locked
  ), kept as (
    update visits set seen_at = now() from old where visits.id = old.id
  )
  select hash, visit.id as key, requesters.id, name, email, verified, vip
  from visit join requesters on requesters.id = visit.requester_id`

/** Forgets visits that open nothing any more. */
export async function forgetOldVisits(pool: Pool): Promise<number> {
  const old = `seen_at < now() - interval '30 days' or created_at < now() - interval '180 days'`
  const { rowCount } = await pool.query(`delete from visits where ${old}`)
  return rowCount ?? 0
}
