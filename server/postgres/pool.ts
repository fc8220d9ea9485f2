import pg from 'pg'

/** Told when an idle connection breaks. The pool replaces it; without a listener the process would end. */
export type OnTrouble = (error: Error) => void

/** The connections that chats live on: short transactions only. */
export function createPool(url: string, onTrouble: OnTrouble): pg.Pool {
  return poolOf({ ...connection(url), max: 10, application_name: 'firstline' }, onTrouble)
}

/** A pool of its own for lists, search and exports, so that a slow one never keeps a message waiting. */
export function createReadPool(url: string, onTrouble: OnTrouble): pg.Pool {
  return poolOf({ ...connection(url), max: 4, application_name: 'firstline-read', statement_timeout: 10_000 }, onTrouble)
}

const connection = (url: string) => ({
  connectionString: url,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
})

function poolOf(how: pg.PoolConfig, onTrouble: OnTrouble) {
  const pool = new pg.Pool(how)
  pool.on('error', onTrouble)
  return pool
}
