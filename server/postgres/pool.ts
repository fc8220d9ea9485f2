import pg from 'pg'
import { lineOfOneWrite } from './one-write.ts'

/** Told when an idle connection breaks. The pool replaces it; without a listener the process would end. */
export type OnTrouble = (error: Error) => void

/**
 * The connections that chats live on: short transactions only. Whoever waits for a row that somebody else holds, or for a
 * server that does not answer, gives up, so that one of them never keeps all others waiting.
 */
export function createPool(url: string, onTrouble: OnTrouble): pg.Pool {
  // A process that stands still in the middle of a transaction must not keep its rows from the others.
  const patience = { lock_timeout: 2_000, statement_timeout: 10_000, idle_in_transaction_session_timeout: 5_000, query_timeout: 15_000 }
  const pool = poolOf({ ...connection(url), ...patience, max: 10, application_name: 'firstline' }, onTrouble)
  // Else small batches are planned anew each time, which takes longer than carrying them out.
  pool.on('connect', (client) => void client.query('set plan_cache_mode = force_generic_plan').catch(onTrouble))
  return pool
}

/** A pool of its own for lists and search, so that a slow one never keeps a message waiting. */
export function createReadPool(url: string, onTrouble: OnTrouble): pg.Pool {
  return poolOf({ ...connection(url), max: 4, application_name: 'firstline-read', statement_timeout: 10_000 }, onTrouble)
}

/** Those who take whole lists along get two connections of their own, and time for one page after the other. */
export function createExportPool(url: string, onTrouble: OnTrouble): pg.Pool {
  return poolOf({ ...connection(url), max: 2, application_name: 'firstline-export', statement_timeout: 30_000 }, onTrouble)
}

const connection = (url: string) => ({
  connectionString: url,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  // What a transaction asks at once goes out at once, and in one write.
  pipeline: true,
  stream: lineOfOneWrite,
})

function poolOf(how: pg.PoolConfig, onTrouble: OnTrouble) {
  const pool = new pg.Pool(how)
  pool.on('error', onTrouble)
  // The pool listens to idle connections alone; one that breaks while it is in use would end the process.
  pool.on('connect', (client) => void client.on('error', onTrouble))
  return pool
}
