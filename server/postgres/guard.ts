import type { Pool, PoolClient } from 'pg'
import { type GuardCount, type GuardRules, type SecretKind, usualGuard } from '../../shared/guard.ts'
import type { GuardKept, Versioned } from '../desk/administration.ts'
import { readSetting, saveSetting } from './settings.ts'

const shownDays = 30

/** What is looked for at this desk, with what is usual for what is newer than what was saved. */
export async function readGuard(pool: Pool | PoolClient): Promise<Versioned<GuardRules>> {
  const { value, version } = await readSetting<Partial<GuardRules>>(pool, 'guard', {})
  return { value: { ...usualGuard, ...value }, version }
}

/** What is secret at this desk, and how often it came. */
export const guardIn = (pool: Pool | PoolClient): GuardKept => ({
  read: () => readGuard(pool),
  async save(by, { version, rules }) {
    return { value: rules, version: await saveSetting(pool, by, 'guard', version, rules) }
  },
  async counts(now) {
    const { rows } = await pool.query<GuardCount>(
      `select to_char(day, 'YYYY-MM-DD') as day, kind, how, times from guarded
       where day > $1::timestamptz::date - ${shownDays} order by day desc, kind, how`,
      [now],
    )
    return rows
  },
})

/** One more of each kind today. */
export async function countGuarded(pool: Pool, at: Date, how: GuardCount['how'], kinds: readonly SecretKind[]): Promise<void> {
  await pool.query(
    `insert into guarded (day, kind, how, times)
     select $1::timestamptz::date, kind, $2, count(*) from unnest($3::text[]) as kind group by kind order by kind
     on conflict (day, kind, how) do update set times = guarded.times + excluded.times`,
    [at, how, [...kinds]],
  )
}
