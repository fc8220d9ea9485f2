import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

/** Starts a command and waits until it is ready.
 * @param {object} how
 * @param {string[]} how.command
 * @param {NodeJS.Signals} how.stopWith
 * @param {(pid: number) => boolean | Promise<boolean>} how.isReady
 * @param {NodeJS.ProcessEnv} how.env
 * @param {number | 'ignore'} [how.log] a file to write its words to
 * @returns {Promise<import('./supervise.mjs').Child>} */
export async function startChild({ command: [program = '', ...words], stopWith, isReady, env, log = 'ignore' }) {
  // In a group of its own, so that Ctrl-C reaches the launcher alone, which stops things in their order.
  const child = spawn(program, words, { env, detached: true, stdio: ['ignore', log, log] })
  /** @type {string | undefined} */
  let reason
  /** @type {Promise<string>} */
  const ended = new Promise((tell) => {
    child.once('error', (error) => tell(error.message))
    child.once('exit', (code, signal) => tell(signal ?? `exit code ${code}`))
  }).then((why) => {
    reason = String(why)
    return reason
  })
  const pid = child.pid ?? 0
  while (!reason && !(await isReady(pid))) await pause(5)
  if (reason) throw new Error(`${program} ended at once (${reason})`)
  return {
    pid,
    ended,
    async stop() {
      if (!reason) child.kill(stopWith)
      await ended
    },
  }
}
