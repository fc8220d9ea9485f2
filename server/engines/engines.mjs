import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeFolder } from './folder.mjs'
import { cleanUpAfter, dropNote, noteChild, writeNote } from './note.mjs'
import { startPostgres } from './postgres.mjs'
import { see } from './processes.mjs'
import { startRedis } from './redis.mjs'

/** A PostgreSQL and a Redis to work with, our own or somebody else's.
 * @typedef {object} Engines
 * @property {string} databaseUrl
 * @property {string} redisUrl
 * @property {{ postgres?: import('./supervise.mjs').Supervised, redis?: import('./supervise.mjs').Supervised }} children
 * @property {(name: string) => (pid: number) => void} own notes one more process that must not outlive us
 * @property {() => Promise<void>} stop */

/** Starts both engines on a data folder, each unless an address of another one is given.
 * @param {object} where
 * @param {string} where.folder
 * @param {(line: string) => void} where.say
 * @param {string | undefined} [where.databaseUrl]
 * @param {string | undefined} [where.redisUrl]
 * @param {Record<string, string>} [where.settings]
 * @returns {Promise<Engines>} */
export async function startEngines({ folder, say, databaseUrl, redisUrl, settings = {} }) {
  if (databaseUrl && redisUrl) return { databaseUrl, redisUrl, children: {}, own: () => () => {}, stop: async () => {} }
  const giveBack = takeFolder(folder)
  const home = realpathSync(folder)
  await cleanUpAfter(home, say)
  // Outside of the data folder: a socket's path may hold a hundred letters at most.
  const sockets = mkdtempSync(join(tmpdir(), 'firstline-'))
  const note = { databaseUrl: databaseUrl ?? '', redisUrl: redisUrl ?? '', sockets, launcher: see(process.pid), children: {} }
  /** @type {Engines['children']} */
  const children = {}
  const engines = {
    ...note,
    children,
    own: (/** @type {string} */ name) => noteChild(home, note, name),
    async stop() {
      await Promise.all([children.redis?.stop(), children.postgres?.stop()])
      rmSync(sockets, { recursive: true, force: true })
      dropNote(home)
      giveBack()
    },
  }
  try {
    if (!redisUrl) {
      const redis = await startRedis({ sockets, say, onStart: noteChild(home, note, 'Redis') })
      children.redis = redis
      note.redisUrl = redis.url
    }
    if (!databaseUrl) {
      const where = { folder: join(home, 'postgres'), sockets, settings }
      const postgres = await startPostgres({ ...where, say, onStart: noteChild(home, note, 'PostgreSQL') })
      children.postgres = postgres
      note.databaseUrl = postgres.url
    }
    writeNote(home, note)
    return Object.assign(engines, { databaseUrl: note.databaseUrl, redisUrl: note.redisUrl })
  } catch (error) {
    await engines.stop()
    throw error
  }
}
