import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { which } from '../../server/engines/processes.mjs'

/** What `npm run test:system` needs of Debian beside Node: program -> package. */
export const packages = { haproxy: 'haproxy', nginx: 'nginx-light', faketime: 'faketime' }

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

/** What some of these tests do that a container may be forbidden, root or not: what, and the tests that cannot be run then. */
export function mayNot() {
  const tries = [
    { what: 'make a file system of our own', file: 'full-disk.test.ts', isDone: mayMount },
    { what: 'bound the memory of a process', file: 'small-memory.test.ts', isDone: mayBoundMemory },
  ]
  return tries.filter(({ isDone }) => !isDone())
}

function mayMount() {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-may-'))
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'firstline', folder]).status === 0
  if (isMounted) spawnSync('umount', [folder])
  rmdirSync(folder)
  return isMounted
}

function mayBoundMemory() {
  const isSecond = existsSync('/sys/fs/cgroup/cgroup.controllers')
  const groups = isSecond ? '/sys/fs/cgroup' : '/sys/fs/cgroup/memory'
  const folder = join(groups, `firstline-may-${process.pid}`)
  try {
    if (isSecond) writeFileSync(join(groups, 'cgroup.subtree_control'), '+memory')
    mkdirSync(folder)
    const has = existsSync(join(folder, isSecond ? 'memory.max' : 'memory.limit_in_bytes'))
    rmdirSync(folder)
    return has
  } catch {
    return false
  }
}
