import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { Trouble } from './trouble.mjs'

/** How to run a command as somebody who is not root, and whose files it makes.
 * @typedef {{ words: string[], uid?: number, gid?: number }} Ordinary */

/** PostgreSQL refuses to be root. Whoever owns its folder runs it; a new folder goes to "nobody".
 * @param {string} folder
 * @returns {Ordinary} */
export function ordinary(folder) {
  if (process.getuid?.() !== 0) return { words: [] }
  const { uid, gid } = ownerOf(folder) ?? nobody()
  const another = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...mayWalk]
  if (works(another)) return { words: another, uid, gid }
  const apart = ['unshare', '--user', '--map-user=65534', '--map-group=65534']
  if (works(apart)) return { words: apart }
  throw new Trouble('The embedded PostgreSQL cannot run as root here. Start Firstline as an ordinary user, or set DATABASE_URL.')
}

// The one right it keeps: to walk through our own folders, which may lie under /root.
const mayWalk = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']

/** @param {string} folder */
function ownerOf(folder) {
  if (!existsSync(folder)) return null
  const { uid, gid } = statSync(folder)
  return uid === 0 ? null : { uid, gid }
}

function nobody() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith('nobody:'))
  const [, , uid = 65534, gid = 65534] = line?.split(':') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

/** @param {string[]} words */
function works([program = '', ...words]) {
  return spawnSync(program, [...words, 'true']).status === 0
}
