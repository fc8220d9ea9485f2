import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runDesk } from './desk.mjs'
import { startEngines } from './engines.mjs'
import { Trouble } from './trouble.mjs'
import { endOf, portsFor, replaceAll } from './workers.mjs'

const root = join(import.meta.dirname, '../..')

/** The folder that holds everything worth a backup. */
export const dataFolder = () => resolve(root, process.env.DATA_DIR || 'data')

/** One line of progress.
 * @param {string} line */
export const say = (line) => console.log(`• ${line}`)

/** Starts the engines and the desk, and stops both in good order when asked to.
 * @param {{ workers?: number, onDesk?: (desk: import('./desk.mjs').RunningDesk) => void }} [options]
 * @returns {Promise<number>} the exit code */
export async function launch({ workers = 1, onDesk = () => {} } = {}) {
  const program = join(root, 'dist/server/main.mjs')
  if (!existsSync(program)) throw new Trouble('There is no server to start: server/main.ts is missing.')
  /** @type {import('./desk.mjs').RunningDesk[]} */
  const desks = []
  const { asked } = onceAsked((force) => {
    for (const desk of desks) desk.stop(force ? 'SIGKILL' : 'SIGTERM')
  })
  const ports = workers > 1 ? await portsFor(workers, process.env.PORT) : []
  const engines = await startEngines(where())
  try {
    if (asked()) return 0
    const seats = seatsFor(ports).map(({ port, noted, more, ...seat }) => {
      const env = { ...envFor(engines), ...more }
      return { port, desk: runDesk({ ...seat, program, say, env, onStart: engines.own(noted) }) }
    })
    desks.push(...seats.map(({ desk }) => desk))
    for (const desk of desks) onDesk(desk)
    whenAskedToReplace(seats)
    return await endOf(desks)
  } finally {
    await engines.stop()
  }
}

/** What each worker is told, and under which name it is noted; without ports, that of the one and only desk.
 * @param {number[]} ports */
function seatsFor(ports) {
  if (ports.length === 0) return [{ port: 0, name: 'the desk', noted: 'Firstline', more: {}, isOneOfMany: false }]
  return ports.map((port, index) => {
    const name = `worker ${index + 1}`
    return { port, name, noted: `Firstline ${name}`, more: { PORT: `${port}`, FIRSTLINE_WORKER: `${index + 1}` }, isOneOfMany: true }
  })
}

/** SIGUSR2 replaces all that serve, one after the other, with what is built by then.
 * @param {Parameters<typeof replaceAll>[0]} seats */
function whenAskedToReplace(seats) {
  let replacing = false
  process.on('SIGUSR2', async () => {
    if (replacing) return
    replacing = true
    await replaceAll(seats, say)
    replacing = false
  })
}

/** @param {{ databaseUrl: string, redisUrl: string }} engines @returns {NodeJS.ProcessEnv} */
export function envFor({ databaseUrl, redisUrl }) {
  const kind = process.env.DATABASE_URL && process.env.REDIS_URL ? 'given' : 'embedded'
  return { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, DATA_DIR: dataFolder(), FIRSTLINE_ENGINES: kind }
}

/** What startEngines is told by the environment. */
export function where() {
  return { folder: dataFolder(), say, databaseUrl: process.env.DATABASE_URL, redisUrl: process.env.REDIS_URL }
}

/** The first signal asks, a later one forces.
 * @param {(force: boolean) => void} stop */
export function onceAsked(stop) {
  let since = 0
  const heard = () => {
    // Ctrl-C under npm arrives twice within a moment: from the terminal and from npm.
    if (since && Date.now() - since < 1_000) return
    stop(since > 0)
    since ||= Date.now()
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, heard)
  return { asked: () => since > 0 }
}
