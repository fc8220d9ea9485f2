import { spawnSync } from 'node:child_process'
import { which } from '../../server/engines/processes.mjs'

/** What `npm run test:system` needs of Debian beside Node: program -> package. */
export const packages = { haproxy: 'haproxy', nginx: 'nginx-light' }

/** Installs what is missing, or says what to run. Debian keeps its services from starting where the policy says so; ours are started by the tests. */
export function installPrograms() {
  const missing = Object.entries(packages).filter(([program]) => !find(program))
  if (missing.length === 0) return
  const names = missing.map(([, name]) => name)
  const words = ['install', '--yes', '--no-install-recommends', ...names]
  if (process.getuid?.() !== 0 || !which('apt-get'))
    throw new Error(`These tests need ${names.join(' and ')}. On Debian or Ubuntu: sudo apt-get ${words.join(' ')}`)
  console.log(`• installing ${names.join(', ')} (apt-get ${words.join(' ')}) ...`)
  run(['update'])
  run(words)
}

/** Where a program lies; Debian keeps some where an ordinary user does not look.
 * @param {string} program */
export const find = (program) => which(program) ?? which(`../sbin/${program}`)

/** @param {string[]} words */
function run(words) {
  // No service is started by being installed.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const { status, stderr } = spawnSync('apt-get', ['-qq', ...words], { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`apt-get ${words.join(' ')} failed:\n${stderr.slice(-1_000)}`)
}
