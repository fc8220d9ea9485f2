import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startEngines } from './engines.mjs'
import { dataFolder, envFor, onceAsked, where } from './launch.mjs'
import { runningEngines } from './note.mjs'
import { Trouble } from './trouble.mjs'

const commands = join(import.meta.dirname, '../../dist/server/commands')

/** Runs one of an administrator's commands: on the desk that runs, or on engines started for it alone.
 * @param {string} name
 * @param {string[]} words
 * @returns {Promise<number>} the exit code */
export async function command(name, words) {
  const program = join(commands, `${name}.mjs`)
  if (!existsSync(program)) throw new Trouble(`There is no command called ${name}.`)
  if (needsNothing.has(name)) return run(program, words, process.env)
  const running = runningEngines(dataFolder())
  if (running) return run(program, words, envFor(running))
  // What a command says is for whoever reads its output, a program perhaps; what we say is not.
  const engines = await startEngines({ ...where(), say: (line) => console.error(`• ${line}`) })
  try {
    return await run(program, words, envFor(engines))
  } finally {
    await engines.stop()
  }
}

const needsNothing = new Set(['docs'])

/** @param {string} program @param {string[]} words @param {NodeJS.ProcessEnv} env */
async function run(program, words, env) {
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...words], { env, stdio: 'inherit', detached: true })
  onceAsked((force) => child.kill(force ? 'SIGKILL' : 'SIGTERM'))
  const [code] = await once(child, 'exit')
  return code ?? 1
}
