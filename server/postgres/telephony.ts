import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Telephony } from '../../shared/protocol/telephony.ts'
import type { CallRows, TelephonyKept } from '../desk/telephony.ts'
import { readSetting, saveSetting } from './settings.ts'

interface Saved {
  enabled: boolean
  secret: string | null
  extensions: { agent: string; extension: string }[]
}

/** How the telephone system is set up. */
export const telephonyIn = (pool: Pool | PoolClient): TelephonyKept => ({
  async read() {
    const { value, version } = await saved(pool)
    return shown(value, version)
  },

  async save(by, { version, enabled, extensions, newSecret }) {
    const { value: before } = await saved(pool)
    const secret = newSecret || (enabled && !before.secret) ? randomBytes(32).toString('base64url') : null
    const after = { enabled, extensions, secret: secret ?? before.secret }
    return { telephony: shown(after, await saveSetting(pool, by, 'telephony', version, after)), secret }
  },

  async secret() {
    const { value } = await saved(pool)
    return value.enabled ? value.secret : null
  },

  async agentAt({ extension, agent: email }) {
    const { value } = await saved(pool)
    const named = extension ? value.extensions.find((one) => one.extension === extension)?.agent : undefined
    const { rows } = await pool.query<{ id: string }>(
      'select id from agents where disabled_at is null and (id = $1 or ($1::uuid is null and lower(email) = lower($2)))',
      [named ?? null, email ?? null],
    )
    return rows[0]?.id ?? null
  },
})

const saved = (pool: Pool | PoolClient) => readSetting<Saved>(pool, 'telephony', { enabled: false, secret: null, extensions: [] })

const shown = ({ enabled, secret, extensions }: Saved, version: number): Telephony => ({
  enabled,
  extensions,
  hasSecret: secret !== null,
  version,
})

const mostShown = 5

/** Who is calling whom. */
export const callRowsIn = (pool: Pool): CallRows => ({
  async keep({ call, id, agent, number, at }) {
    const { rows } = await pool.query<{ id: string }>(
      'insert into incoming_calls (call, id, agent_id, number, at) values ($1, $2, $3, $4, $5) on conflict do nothing returning id',
      [call, id, agent, number, at],
    )
    return rows[0] ?? null
  },

  async ringing(agent, since) {
    const { rows } = await pool.query<{ id: string; number: string; at: Date }>(
      'select id, number, at from incoming_calls where agent_id = $1 and over_at is null and at > $2 order by at desc limit $3',
      [agent, since, mostShown],
    )
    return rows.map((one) => ({ ...one, at: one.at.toISOString() }))
  },

  async letGo(agent, id, isLogged, at) {
    const { rows } = await pool.query<{ id: string; agent: string }>(
      `with mine as (
         update incoming_calls set over_at = coalesce(over_at, $4) where agent_id = $1 and id = $2 returning call, id, agent_id
       ), others as (
         update incoming_calls set over_at = $4 from mine
         where $3 and incoming_calls.call = mine.call and incoming_calls.agent_id <> $1 and incoming_calls.over_at is null
         returning incoming_calls.id, incoming_calls.agent_id
       )
       select id, agent_id as agent from mine union all select id, agent_id from others`,
      [agent, id, isLogged, at],
    )
    return rows
  },
})

/** Forgets who called a day ago. */
export async function forgetCalls(pool: Pool, now: Date): Promise<number> {
  const { rowCount } = await pool.query("delete from incoming_calls where at < $1::timestamptz - interval '1 day'", [now])
  return rowCount ?? 0
}
