import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Trouble } from './trouble.mjs'

/** How many workers somebody wants: `--workers 2`; one, if he does not say.
 * @param {string[]} words */
export function workersIn(words) {
  const wanted = asked(words)
  if (wanted === undefined) return 1
  // Each has sixteen connections to PostgreSQL, and ours takes two hundred.
  if (/^\d+$/.test(wanted) && Number(wanted) >= 1 && Number(wanted) <= most) return Number(wanted)
  throw new Trouble(`--workers is a number from 1 to ${most}: npm start -- --workers 2`)
}

const most = 10

/** @param {string[]} words */
function asked(words) {
  try {
    return parseArgs({ args: words, options: { workers: { type: 'string' } } }).values.workers
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : error}\nWhat can be said here: npm start -- --workers 2`)
  }
}

/** The ports of so many workers: PORT and up, or free ones where PORT is 0. A worker that comes back takes the same.
 * @param {number} count
 * @param {string | undefined} port */
export async function portsFor(count, port) {
  const first = Number(port?.trim() || 3000)
  if (first === 0) return Promise.all(Array.from({ length: count }, freePort))
  if (!Number.isInteger(first) || first < 0 || first + count - 1 > 65_535)
    throw new Trouble(`${count} workers need ${count} ports from PORT up, and PORT is ${port}. Set it to ${65_536 - count} at most.`)
  return Array.from({ length: count }, (_, index) => first + index)
}

async function freePort() {
  const door = createServer().listen(0)
  await once(door, 'listening')
  const address = door.address()
  door.close()
  await once(door, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** Resolves with one exit code for all of them: where one is over for good, the others are asked to leave.
 * @param {import('./desk.mjs').RunningDesk[]} desks */
export async function endOf(desks) {
  const first = await Promise.race(desks.map(({ ended }) => ended))
  for (const desk of desks) desk.stop('SIGTERM')
  const codes = await Promise.all(desks.map(({ ended }) => ended))
  return first || codes.find((code) => code !== 0) || 0
}

/** Replaces the workers one after the other, so that somebody always serves. One that does not come back ends it: the others go on as they are.
 * @param {{ desk: import('./desk.mjs').RunningDesk, port: number }[]} seats
 * @param {(line: string) => void} say */
export async function replaceAll(seats, say) {
  for (const { desk, port } of seats) {
    say(`replacing ${desk.name}`)
    await desk.restart()
    // One that is alone has nobody to wait for it.
    if (seats.length > 1 && !(await isReady(port, 60_000)))
      return say(`${desk.name} is not ready after a minute: the others stay as they are`)
  }
  if (seats.length > 1) say('all workers are replaced')
}

/** @param {number} port @param {number} patience in milliseconds */
async function isReady(port, patience) {
  const late = Date.now() + patience
  while (Date.now() < late) {
    const answer = await fetch(`http://${ownHost()}:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    await answer?.arrayBuffer().catch(() => {})
    if (answer?.ok) return true
    await pause(100)
  }
  return false
}

/** Where a worker can be asked from here: one that listens to one address alone is asked there. */
function ownHost() {
  const host = process.env.HOST?.trim() || '0.0.0.0'
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
