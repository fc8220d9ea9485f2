import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { which } from './processes.mjs'

const home = join(import.meta.dirname, '../../.cache/redis-debian')

/** Debian's Redis as unpacked earlier.
 * @returns {import('./redis-program.mjs').RedisProgram | null} */
export function unpackedRedis() {
  const program = join(home, 'usr/bin/redis-server')
  if (!existsSync(program)) return null
  const machine = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu'
  return { program, env: { LD_LIBRARY_PATH: ['lib', 'usr/lib'].map((lib) => join(home, lib, machine)).join(':') } }
}

/** Unpacks Debian's Redis beside the project: no rights are needed, and the system is not changed.
 * @param {(line: string) => void} say */
export function unpackRedis(say) {
  if (process.platform !== 'linux' || !which('apt-get') || !which('dpkg')) return null
  const began = performance.now()
  say('no Redis is installed: unpacking the one of this Debian into .cache (the system is not changed) ...')
  mkdirSync(join(home, '..'), { recursive: true })
  const draft = mkdtempSync(`${home}-`)
  try {
    fetchAndUnpack(draft)
    // The server is redis-check-rdb under another name.
    if (!existsSync(join(draft, 'root/usr/bin/redis-server'))) symlinkSync('redis-check-rdb', join(draft, 'root/usr/bin/redis-server'))
    if (!existsSync(home)) renameSync(join(draft, 'root'), home)
    say(`Redis unpacked in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    return unpackedRedis()
  } catch (error) {
    say(`that did not work: ${error instanceof Error ? error.message : error}`)
    return null
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** @param {string} draft */
function fetchAndUnpack(draft) {
  for (const folder of ['lists/partial', 'apt/archives/partial', 'root']) mkdirSync(join(draft, folder), { recursive: true })
  const own = ['-o', `Dir::State::lists=${draft}/lists`, '-o', `Dir::Cache=${draft}/apt`, '-o', 'Debug::NoLocking=1']
  const patient = ['-o', 'Acquire::Retries=2', '-qq']
  run(draft, 'apt-get', [...own, ...patient, 'update'])
  run(draft, 'apt-get', [...own, ...patient, 'download', ...needed])
  for (const name of readdirSync(draft).filter((file) => file.endsWith('.deb'))) run(draft, 'dpkg', ['-x', name, 'root'])
}

const needed = ['redis-tools', 'libjemalloc2', 'liblzf1', 'libatomic1', 'libssl3']

/** @param {string} folder @param {string} program @param {string[]} words */
function run(folder, program, words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stderr, error } = spawnSync(program, words, { cwd: folder, encoding: 'utf8', env })
  if (status !== 0) throw new Error(error?.message ?? stderr.trim().split('\n').at(-1) ?? `${program} failed`)
}
