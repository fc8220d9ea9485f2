import { connect } from 'node:net'
import { join } from 'node:path'
import { startChild } from './child.mjs'
import { lifeline } from './lifeline.mjs'
import { redisProgram } from './redis-program.mjs'
import { supervise } from './supervise.mjs'

/** @typedef {import('./supervise.mjs').Child & { url: string, ask: (words: string) => Promise<void> }} RunningRedis */

/** Starts a Redis of our own, and starts it again when it falls.
 * @param {object} where
 * @param {string} where.sockets a short folder, the same over restarts
 * @param {(line: string) => void} where.say
 * @param {(pid: number) => void} [where.onStart] */
export async function startRedis({ sockets, say, onStart }) {
  const began = performance.now()
  const start = () => startRedisOnce({ sockets, say })
  const engine = await supervise({ name: 'Redis', say, start, ...(onStart && { onStart }) })
  say(`Redis up in ${Math.round(performance.now() - began)} ms (pid ${engine.pid})`)
  return Object.assign(engine, { url: addressIn(sockets) })
}

/** Starts a Redis that keeps nothing on disk: PostgreSQL has the truth, and a stale line is worse than none.
 * @param {object} where
 * @param {string} where.sockets
 * @param {(line: string) => void} where.say
 * @param {import('./redis-program.mjs').RedisProgram} [where.redis] the program, for those who looked for it before
 * @returns {Promise<RunningRedis>} */
export async function startRedisOnce({ sockets, say, redis = redisProgram(say) }) {
  const { program, env } = redis
  const socket = join(sockets, 'redis.sock')
  const options = Object.entries({ ...ours, '--unixsocket': socket, '--dir': sockets }).flat()
  const command = [...lifeline('TERM'), program, ...options]
  const isReady = async () => (await answer(socket, 'PING')).startsWith('+PONG')
  const child = await startChild({ command, env: { ...process.env, ...env }, stopWith: 'SIGTERM', isReady })
  return Object.assign(child, { url: addressIn(sockets), ask: (/** @type {string} */ words) => answer(socket, words).then(() => {}) })
}

/** @param {string} sockets */
const addressIn = (sockets) => `unix://${join(sockets, 'redis.sock')}`

const ours = {
  '--port': '0',
  '--unixsocketperm': '700',
  '--daemonize': 'no',
  '--appendonly': 'no',
  '--save': '',
  '--maxmemory-policy': 'noeviction',
}

/** @param {string} socket @param {string} words @returns {Promise<string>} what Redis says, or nothing */
function answer(socket, words) {
  return new Promise((tell) => {
    const line = connect(socket, () => line.write(`${words}\r\n`))
    line.on('data', (said) => {
      tell(String(said))
      line.destroy()
    })
    line.on('error', () => tell(''))
    line.on('close', () => tell(''))
  })
}
