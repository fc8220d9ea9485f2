import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Identity, Requester } from '../desk/visits.ts'

/** Keeps someone who typed his name, as a new person. Nobody is here before a page of his has connected. */
export async function newcomer(pool: Pool, { name, email }: { name: string; email: string | null }): Promise<Requester> {
  const { rows } = await pool.query<Requester>(
    `insert into requesters (id, name, email, gone_since) values ($1, $2, $3, now()) returning id, name, email, verified`,
    [randomUUID(), name, email],
  )
  return theOne(rows)
}

/** Keeps someone a site vouches for, and what it calls him today. */
export async function identified(pool: Pool, { site, subject, name, email }: Identity): Promise<Requester> {
  const { rows } = await pool.query<Requester>(
    `insert into requesters (id, site_id, subject, name, email, verified, gone_since) values ($1, $2, $3, $4, $5, true, now())
     on conflict (site_id, subject) where subject is not null
     do update set name = excluded.name, email = excluded.email
     returning id, name, email, verified`,
    [randomUUID(), site, subject, name, email],
  )
  return theOne(rows)
}

function theOne(rows: Requester[]) {
  const [requester] = rows
  if (!requester) throw new Error('A requester was not kept')
  return requester
}
