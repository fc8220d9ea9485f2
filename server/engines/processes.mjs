import { spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A process that we once saw. A pid alone may by now belong to a stranger, so it is remembered with its birth.
 * @typedef {{ pid: number, born: string }} Seen */

/** Remembers a process, or null when it is gone (a zombie is gone).
 * @param {number} pid
 * @returns {Seen | null} */
export function see(pid) {
  const born = birthOf(pid)
  return born ? { pid, born } : null
}

/** @param {Seen} seen */
export function isAlive(seen) {
  return birthOf(seen.pid) === seen.born
}

/** Asks a process to end, and makes it end when it does not.
 * @param {Seen} seen
 * @param {NodeJS.Signals} signal
 * @param {number} patience in milliseconds */
export async function end(seen, signal, patience = 10_000) {
  const late = Date.now() + patience
  send(seen, signal)
  while (isAlive(seen)) {
    if (Date.now() > late) send(seen, 'SIGKILL')
    await pause(10)
  }
}

/** Whether a process works in this folder: how a PostgreSQL is told from a stranger that got its pid.
 * @param {number} pid
 * @param {string} folder */
export function worksIn(pid, folder) {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
    return ask('ps', ['-o', 'command=', '-p', String(pid)]).includes(folder)
  } catch {
    return false
  }
}

/** The full path of a program, if it is installed.
 * @param {string} name */
export function which(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable)
}

/** @param {Seen} seen @param {NodeJS.Signals} signal */
function send(seen, signal) {
  if (!isAlive(seen)) return
  try {
    process.kill(seen.pid, signal)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}

/** @param {number} pid */
function birthOf(pid) {
  if (!(pid > 0)) return null
  if (process.platform !== 'linux') return ask('ps', ['-o', 'lstart=', '-p', String(pid)]) || null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in the second field may hold spaces and brackets: count from its end.
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return 'ZX'.includes(state) ? null : (fields[18] ?? null)
  } catch {
    return null
  }
}

/** @param {string} program @param {string[]} words */
function ask(program, words) {
  return (spawnSync(program, words, { encoding: 'utf8' }).stdout ?? '').trim()
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
