import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { end, isAlive, see } from './processes.mjs'

/** What the launcher leaves in the data folder while it runs: where its engines listen, and which processes are its own.
 * @typedef {{ databaseUrl: string, redisUrl: string, sockets: string, launcher: import('./processes.mjs').Seen | null,
 *   children: Record<string, import('./processes.mjs').Seen> }} Note */

/** @param {string} folder @param {Note} note */
export function writeNote(folder, note) {
  const path = join(folder, 'engines.json')
  writeFileSync(`${path}.new`, JSON.stringify(note, null, 2), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** @param {string} folder @returns {Note | null} */
export function readNote(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'engines.json'), 'utf8'))
  } catch {
    return null
  }
}

/** @param {string} folder */
export function dropNote(folder) {
  rmSync(join(folder, 'engines.json'), { force: true })
}

/** The engines of a desk that runs on this folder now, or null.
 * @param {string} folder */
export function runningEngines(folder) {
  const note = readNote(folder)
  return note?.launcher && isAlive(note.launcher) ? note : null
}

/** Ends what a launcher that was killed left behind in a folder that is ours now.
 * @param {string} folder
 * @param {(line: string) => void} say */
export async function cleanUpAfter(folder, say) {
  const note = readNote(folder)
  if (!note) return
  for (const [name, child] of Object.entries(note.children)) {
    if (!isAlive(child)) continue
    say(`stopping a ${name} that was left behind (pid ${child.pid})`)
    await end(child, name === 'PostgreSQL' ? 'SIGINT' : 'SIGTERM', 30_000)
  }
  rmSync(note.sockets, { recursive: true, force: true })
  dropNote(folder)
}

/** Adds a child to the note.
 * @param {string} folder @param {Note} note @param {string} name */
export const noteChild = (folder, note, name) => (/** @type {number} */ pid) => {
  const child = see(pid)
  if (!child) return
  note.children[name] = child
  writeNote(folder, note)
}
