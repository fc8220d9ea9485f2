import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, see } from './processes.mjs'
import { Trouble } from './trouble.mjs'

/** Takes a data folder for this process alone, or says who has it.
 * @param {string} folder
 * @returns {() => void} gives it back */
export function takeFolder(folder) {
  makeFolder(folder)
  const lock = join(folder, 'lock')
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, JSON.stringify(see(process.pid)), { mode: 0o600 })
  try {
    while (!linked(mine, lock)) dropStale(lock, folder)
  } finally {
    rmSync(mine, { force: true })
  }
  return () => rmSync(lock, { force: true })
}

/** @param {string} folder */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(join(folder, '.firstline'), 'The data of a Firstline help desk. Back up the whole folder while it is stopped.\n')
  } catch (error) {
    throw new Trouble(`The data folder ${folder} cannot be written: ${/** @type {Error} */ (error).message}. Set DATA_DIR to one that can.`)
  }
}

/** @param {string} mine @param {string} lock */
function linked(mine, lock) {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} lock @param {string} folder */
function dropStale(lock, folder) {
  const words = read(lock)
  if (words === null) return
  const holder = holderIn(words)
  if (holder && isAlive(holder)) throw new Trouble(inUse(folder, holder.pid))
  const aside = `${lock}.stale-${process.pid}`
  renameSync(lock, aside)
  const moved = read(aside)
  rmSync(aside, { force: true })
  // Somebody else was quicker, and this was already his: give it back and look again.
  if (moved !== null && moved !== words) writeFileSync(lock, moved, { flag: 'wx', mode: 0o600 })
}

/** @param {string} folder @param {number} pid */
export const inUse = (folder, pid) =>
  `Firstline is already running on ${folder} (pid ${pid}). Stop it first, or set DATA_DIR to another folder.`

/** @param {string} words @returns {import('./processes.mjs').Seen | null} */
function holderIn(words) {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
