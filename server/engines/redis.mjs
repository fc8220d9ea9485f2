import { connect } from 'node:net'
import { join } from 'node:path'
import { startChild } from './child.mjs'
import { lifeline } from './lifeline.mjs'
import { redisProgram } from './redis-program.mjs'
import { supervise } from './supervise.mjs'

/** Starts a Redis of our own that keeps nothing on disk: PostgreSQL has the truth, and a stale line is worse than none.
 * @param {object} where
 * @param {string} where.sockets a short folder, the same over restarts
 * @param {(line: string) => void} where.say
 * @param {(pid: number) => void} [where.onStart] */
export async function startRedis({ sockets, say, onStart }) {
  const { program, env } = redisProgram(say)
  const began = performance.now()
  const socket = join(sockets, 'redis.sock')
  const options = Object.entries({ ...ours, '--unixsocket': socket, '--dir': sockets }).flat()
  const how = { command: [...lifeline('TERM'), program, ...options], env: { ...process.env, ...env } }
  const start = () => startChild({ ...how, stopWith: 'SIGTERM', isReady: () => answersPing(socket) })
  const engine = await supervise({ name: 'Redis', say, start, ...(onStart && { onStart }) })
  say(`Redis up in ${Math.round(performance.now() - began)} ms (pid ${engine.pid})`)
  return Object.assign(engine, { url: `unix://${socket}` })
}

const ours = {
  '--port': '0',
  '--unixsocketperm': '700',
  '--daemonize': 'no',
  '--appendonly': 'no',
  '--save': '',
  '--maxmemory-policy': 'noeviction',
}

/** @param {string} socket @returns {Promise<boolean>} */
function answersPing(socket) {
  return new Promise((tell) => {
    const line = connect(socket, () => line.write('PING\r\n'))
    line.on('data', (words) => {
      line.destroy()
      tell(String(words).startsWith('+PONG'))
    })
    line.on('error', () => tell(false))
    line.on('close', () => tell(false))
  })
}
