import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { postgresBinaries } from './binaries.mjs'
import { startChild } from './child.mjs'
import { clearOrphan, makeCluster } from './cluster.mjs'
import { lifeline } from './lifeline.mjs'
import { ordinary } from './ordinary.mjs'
import { supervise } from './supervise.mjs'
import { Trouble } from './trouble.mjs'

/** Starts a PostgreSQL of our own on a folder that nobody else uses; it listens on a unix socket and nowhere else.
 * @param {object} where
 * @param {string} where.folder
 * @param {string} where.sockets a short folder, the same over restarts
 * @param {(line: string) => void} where.say
 * @param {(pid: number) => void} [where.onStart]
 * @param {Record<string, string>} [where.settings] */
export async function startPostgres({ folder, sockets, say, onStart, settings = {} }) {
  const began = performance.now()
  const bin = postgresBinaries()
  const runAs = ordinary(folder)
  const isNew = await makeCluster({ folder, bin, runAs })
  await clearOrphan(folder, say)
  const options = Object.entries({ ...ours, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const command = [...runAs.words, ...lifeline('INT'), join(bin, 'postgres'), '-D', folder, '-k', sockets, ...options]
  const engine = await supervise({ name: 'PostgreSQL', say, start: () => start(command, folder), ...(onStart && { onStart }) })
  say(`PostgreSQL ${isNew ? 'created and ' : ''}up in ${Math.round(performance.now() - began)} ms (pid ${engine.pid})`)
  return Object.assign(engine, { url: `postgresql://firstline@/postgres?host=${encodeURIComponent(sockets)}` })
}

const ours = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  max_connections: '200',
  log_min_messages: 'warning',
}

/** @param {string[]} command @param {string} folder */
async function start(command, folder) {
  const patience = Date.now() + 10_000
  for (;;) {
    try {
      return await startOnce(command, folder)
    } catch (error) {
      const words = lastWords(folder)
      // After kill -9 the children of the last one need a moment to notice.
      if (!words.includes('still in use') || Date.now() > patience) throw new Trouble(`${error}\n${words}`)
      await pause(100)
    }
  }
}

/** @param {string[]} command @param {string} folder */
async function startOnce(command, folder) {
  const log = openSync(`${folder}.log`, 'w', 0o600)
  try {
    const env = { ...process.env, TZ: 'UTC' }
    return await startChild({ command, stopWith: 'SIGINT', isReady: (pid) => saysReady(folder, pid), env, log })
  } finally {
    closeSync(log)
  }
}

/** The eighth line of its own note says how far it is; that is what pg_ctl reads, too.
 * @param {string} folder
 * @param {number} pid */
function saysReady(folder, pid) {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

/** @param {string} folder */
function lastWords(folder) {
  return readFileSync(`${folder}.log`, 'utf8').slice(-600)
}
