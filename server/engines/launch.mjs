import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runDesk } from './desk.mjs'
import { startEngines } from './engines.mjs'
import { Trouble } from './trouble.mjs'

const root = join(import.meta.dirname, '../..')

/** The folder that holds everything worth a backup. */
export const dataFolder = () => resolve(root, process.env.DATA_DIR || 'data')

/** One line of progress.
 * @param {string} line */
export const say = (line) => console.log(`• ${line}`)

/** Starts the engines and the desk, and stops both in good order when asked to.
 * @param {{ onDesk?: (desk: ReturnType<typeof runDesk>) => void }} [options]
 * @returns {Promise<number>} the exit code */
export async function launch({ onDesk = () => {} } = {}) {
  const program = join(root, 'dist/server/main.mjs')
  if (!existsSync(program)) throw new Trouble('There is no server to start: server/main.ts is missing.')
  /** @type {ReturnType<typeof runDesk> | undefined} */
  let desk
  const { asked } = onceAsked((force) => desk?.stop(force ? 'SIGKILL' : 'SIGTERM'))
  const engines = await startEngines(where())
  try {
    if (asked()) return 0
    desk = runDesk({ program, say, env: envFor(engines), onStart: engines.own('Firstline') })
    onDesk(desk)
    return await desk.ended
  } finally {
    await engines.stop()
  }
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
