import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Announcer } from './desk/ports.ts'
import { createTelephoneDesk } from './desk/telephony.ts'
import { callersIn } from './postgres/callers.ts'
import { callRowsIn, telephonyIn } from './postgres/telephony.ts'

interface TelephonesOptions {
  pool: Pool
  readPool: Pool
  announce: Announcer
  now(): Date
}

/** Who is calling whom, with its memory. */
export const createTelephones = ({ pool, readPool, announce, now }: TelephonesOptions) =>
  createTelephoneDesk({
    rows: callRowsIn(pool),
    kept: telephonyIn(pool),
    callers: callersIn(pool, readPool),
    announce,
    now,
    newId: randomUUID,
  })
