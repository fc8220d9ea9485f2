import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { which } from './processes.mjs'
import { unpackedRedis, unpackRedis } from './redis-unpack.mjs'
import { Trouble } from './trouble.mjs'

/** A redis-server and what it needs in its environment.
 * @typedef {{ program: string, env: Record<string, string> }} RedisProgram */

/** Finds a redis-server that is new enough, or unpacks Debian's beside the project, or says what to run.
 * @param {(line: string) => void} say
 * @returns {RedisProgram} */
export function redisProgram(say) {
  const found = installed() ?? unpackedRedis() ?? unpackRedis(say)
  if (!found) throw new Trouble(howToGetRedis)
  refuseOld(found)
  return found
}

/** @returns {RedisProgram | null} */
function installed() {
  const program = process.env.REDIS_SERVER_BIN || which('redis-server') || which('valkey-server')
  if (program) return { program, env: {} }
  const tools = which('redis-check-rdb')
  return tools ? { program: calledRedisServer(tools), env: {} } : null
}

/** One program is server and tools alike, and goes by the name it is called.
 * @param {string} tools */
function calledRedisServer(tools) {
  const folder = join(import.meta.dirname, '../../.cache/redis')
  const link = join(folder, 'redis-server')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(link)) symlinkSync(tools, link)
  return link
}

/** @param {RedisProgram} redis */
function refuseOld({ program, env }) {
  const words = spawnSync(program, ['--version'], { encoding: 'utf8', env: { ...process.env, ...env } }).stdout ?? ''
  const version = /v=(\d+)[.\d]*/.exec(words)
  if (!version) throw new Trouble(`${program} does not run: ${words.trim() || 'it says nothing'}.\n${howToGetRedis}`)
  if (Number(version[1]) < 7)
    throw new Trouble(`${program} is Redis ${version[0].slice(2)}, and Firstline needs 7 or newer.\n${howToGetRedis}`)
}

const howToGetRedis = `Firstline keeps its waiting line in Redis 7 or newer, and none was found. Do one of these, then run the same command again:
  Debian, Ubuntu:      sudo apt-get install redis-server
  Fedora:              sudo dnf install redis
  macOS:               brew install redis
  one of your own:     REDIS_URL=redis://host:6379 npm start
  a program elsewhere: REDIS_SERVER_BIN=/path/to/redis-server npm start`
