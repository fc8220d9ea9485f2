import { checkNode, install } from './engines/install.mjs'
import { say } from './engines/launch.mjs'
import { Trouble } from './engines/trouble.mjs'
import { workersIn } from './engines/workers.mjs'

/**
 * Everything, on a fresh machine: installs, builds, starts the engines, then the desk, with --workers as several processes;
 * or, with --command, an administrator's command.
 */
async function start() {
  checkNode()
  const [flag, name = '', ...words] = process.argv.slice(2)
  const isCommand = flag === '--command'
  const workers = isCommand ? 0 : workersIn(process.argv.slice(2))
  await install(say)
  const { build } = await import('./build.mjs')
  const began = performance.now()
  if (await build()) say(`built in ${Math.round(performance.now() - began)} ms`)
  if (isCommand) return (await import('./engines/command.mjs')).command(name, words)
  return (await import('./engines/launch.mjs')).launch({ workers })
}

try {
  process.exitCode = await start()
} catch (error) {
  console.error(error instanceof Trouble ? `\n${error.message}` : error)
  process.exitCode = 1
}
// Signals are listened to for as long as we live, and nothing is left to wait for.
process.exit()
