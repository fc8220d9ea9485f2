import type { Pool } from 'pg'
import type { Diagnosis, Finding, Organ } from '../../shared/doctor.ts'
import type { FastLine } from '../desk/line/line-ports.ts'
import { codeOf } from '../desk/line/out-of-reach.ts'
import { clocks } from './clock.ts'
import { disk } from './disk.ts'
import { database, durability, encoding, slots } from './postgres.ts'
import { isServed, proxy } from './proxy.ts'
import { deadlines, line, loads, outbox, tickets } from './queue.ts'
import { eviction, persistence, type RedisToAsk, server, strangers } from './redis.ts'

/** What is examined. */
export interface Patient {
  pool: Pool
  redis: RedisToAsk
  fast: Pick<FastLine, 'all' | 'teams'>
  publicUrl: string | undefined
  /** Where files are kept. */
  folder: string
}

/** One look at one thing. */
export type Look = (patient: Patient) => Promise<Finding>

/** One finding. */
export const found = (diagnosis: Diagnosis, facts: Finding['facts'] = {}): Finding => ({ diagnosis, facts })

const ofDatabase: [Organ, Look][] = [
  ['durability', durability],
  ['encoding', encoding],
  ['slots', slots],
  ['desk', isServed],
  ['loads', loads],
  ['deadlines', deadlines],
  ['outbox', outbox],
  ['tickets', tickets],
]
const ofRedis: [Organ, Look][] = [
  ['eviction', eviction],
  ['persistence', persistence],
  ['strangers', strangers],
]
const ofBoth: [Organ, Look][] = [
  ['clock', clocks],
  ['line', line],
]

/** Looks at everything, and at what hangs on an engine only where the engine answers. Changes nothing. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const [postgres, redis, room] = await Promise.all([
    looked(patient, 'postgres', database),
    looked(patient, 'redis', server),
    looked(patient, 'disk', disk),
  ])
  const hasDatabase = postgres.diagnosis !== 'postgres-away'
  const hasRedis = redis.diagnosis !== 'redis-away'
  const rest: [Organ, Look][] = [
    ...(hasDatabase ? ofDatabase : []),
    ...(hasRedis ? ofRedis : []),
    ...(hasDatabase && hasRedis ? ofBoth : []),
  ]
  const others = await Promise.all(rest.map(([organ, look]) => looked(patient, organ, look)))
  // A desk that is stopped answers nobody, whatever the proxy does.
  const isStopped = others.some(({ diagnosis }) => diagnosis === 'desk-stopped')
  const outside = isStopped ? [] : [await looked(patient, 'proxy', proxy)]
  return [postgres, redis, room, ...others, ...outside]
}

async function looked(patient: Patient, organ: Organ, look: Look): Promise<Finding> {
  try {
    return await look(patient)
  } catch (error) {
    return found('not-asked', { organ, why: reasonOf(error) })
  }
}

/** Why something failed, in a word, and never with an address that may hold a password. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause ? error.cause : error
  if (codeOf(cause)) return codeOf(cause)
  return cause instanceof Error ? cause.message.replaceAll(/\w+:\/\/\S+/g, '…').slice(0, 120) : String(cause)
}
