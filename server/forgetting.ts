import type { Pool } from 'pg'
import type { Config } from './config.ts'
import { forgetUses } from './postgres/article-uses.ts'
import { forgetAttendances } from './postgres/attendances.ts'
import { forgetOldDrafts } from './postgres/drafts.ts'
import { forgetDelivered } from './postgres/outbox.ts'
import { forgetRemoved } from './postgres/removed.ts'
import { forgetCalls } from './postgres/telephony.ts'
import { forgetOldVisits } from './postgres/visits.ts'

interface ForgettingOptions {
  pool: Pool
  config: Pick<Config, 'KEEP_DELIVERIES_DAYS'>
  now(): Date
}

const hour = 3600_000

/** What nobody needs any more is forgotten by itself. */
export const forgetting = ({ pool, config, now }: ForgettingOptions) => [
  { name: 'removed', everyMs: hour / 6, turn: () => forgetRemoved(pool, now()) },
  { name: 'old visits', everyMs: 24 * hour, turn: () => forgetOldVisits(pool) },
  { name: 'old attendances', everyMs: 24 * hour, turn: () => forgetAttendances(pool) },
  { name: 'old uses of articles', everyMs: 24 * hour, turn: () => forgetUses(pool, now()) },
  { name: 'old deliveries', everyMs: 6 * hour, turn: () => forgetDelivered(pool, config.KEEP_DELIVERIES_DAYS) },
  { name: 'old drafts', everyMs: hour, turn: () => forgetOldDrafts(pool, now()) },
  { name: 'old calls', everyMs: hour, turn: () => forgetCalls(pool, now()) },
]
