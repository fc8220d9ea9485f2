import { createPublicKey, randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Site } from '../../shared/protocol/admin.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Sites } from '../desk/administration.ts'
import { hoursFrom } from '../desk/people.ts'
import type { VouchingSite } from '../desk/visits.ts'
import { audited } from './audit.ts'
import { putBack, takeAway } from './removed.ts'
import { refusingWhere } from './transaction.ts'

/** The host pages that vouch for their visitors. Secrets leave this file once, when they are made. */
export const sitesIn = (pool: Pool): Sites => ({
  list: () => sites(pool),

  add: (by, { site, name, issuer, audience, key }) =>
    audited(pool, by, async (client, write) => {
      const fresh = keyFor(key.algorithm, key.algorithm === 'HS256' ? null : key.publicKey)
      await refusingWhere(
        constraints,
        client.query('insert into sites (id, name, issuer, audience, algorithm, key) values ($1, $2, $3, $4, $5, $6)', [
          site,
          name,
          issuer,
          audience,
          key.algorithm,
          fresh.key,
        ]),
      )
      const after = await siteOf(client, site)
      await write({ what: 'sites:add', subject: after, after })
      return { site: after, secret: fresh.secret }
    }),

  change: (by, { site, version, name, issuer, audience }) =>
    audited(pool, by, async (client, write) => {
      const before = await siteOf(client, site, version)
      await refusingWhere(
        constraints,
        client.query('update sites set name = $2, issuer = $3, audience = $4, version = version + 1 where id = $1', [
          site,
          name,
          issuer,
          audience,
        ]),
      )
      const after = await siteOf(client, site)
      await write({ what: 'sites:change', subject: after, before, after })
      return after
    }),

  rotate: (by, { site, version, publicKey, previousHours }) =>
    audited(pool, by, async (client, write) => {
      const before = await siteOf(client, site, version)
      const fresh = keyFor(before.algorithm, publicKey)
      await client.query('update sites set previous_key = key, previous_until = $2, key = $3, version = version + 1 where id = $1', [
        site,
        hoursFrom(by.at, previousHours),
        fresh.key,
      ])
      const after = await siteOf(client, site)
      await write({ what: 'sites:rotate', subject: after, before, after })
      return { site: after, secret: fresh.secret }
    }),

  remove: (by, { site, version }) =>
    audited(pool, by, async (client, write) => {
      const before = await siteOf(client, site, version)
      await takeAway(client, 'site', [site], by.at)
      await write({ what: 'sites:remove', subject: before, before })
    }),

  restore: (by, { site }) =>
    audited(pool, by, async (client, write) => {
      await refusingWhere(constraints, putBack(client, 'site', site, by.at))
      const after = await siteOf(client, site)
      await write({ what: 'sites:restore', subject: after, after })
      return after
    }),
})

/**
 * The sites of this issuer, and how to check their tokens: with the key, or the one before while that is still good.
 * The key of HS256 is the text as it stands, in UTF-8; the others are public keys in PEM.
 */
export async function sitesOfIssuer(pool: Pool, issuer: string, at: Date): Promise<VouchingSite[]> {
  const { rows } = await pool.query<VouchingSite>({
    name: 'sites-of-issuer',
    text: `select id, issuer, audience, algorithm,
        case when previous_until > $2 then array[key, previous_key] else array[key] end as keys
      from sites where issuer = $1`,
    values: [issuer, at],
  })
  return rows
}

const constraints = { sites_pkey: 'already-exists', sites_name: 'name-taken', sites_issuer: 'issuer-taken' } as const

function keyFor(algorithm: Site['algorithm'], publicKey: string | null): { key: string; secret: string | null } {
  if (algorithm === 'HS256') {
    const secret = randomBytes(32).toString('base64url')
    return { key: secret, secret }
  }
  if (!publicKey || !fits(algorithm, publicKey)) refuse('bad-key')
  return { key: publicKey, secret: null }
}

function fits(algorithm: 'RS256' | 'ES256', pem: string) {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPublicKey(pem)
    if (algorithm === 'RS256') return type === 'rsa' && (details?.modulusLength ?? 0) >= 2048
    return type === 'ec' && details?.namedCurve === 'prime256v1'
  } catch {
    return false
  }
}

async function siteOf(client: PoolClient, id: string, version?: number) {
  const [site] = await sites(client, id)
  if (!site) refuse('not-found')
  if (version !== undefined && site.version !== version) refuse('changed-meanwhile')
  return site
}

async function sites(client: Pool | PoolClient, id: string | null = null): Promise<Site[]> {
  const { rows } = await client.query<Omit<Site, 'previousUntil'> & { previous_until: Date | null }>(
    `select id, name, issuer, audience, algorithm, case when algorithm <> 'HS256' then key end as "publicKey", previous_until, version
     from sites where $1::uuid is null or id = $1 order by lower(name) ${id ? 'for update' : ''}`,
    [id],
  )
  return rows.map(({ previous_until, ...site }) => ({ ...site, previousUntil: previous_until?.toISOString() ?? null }))
}
