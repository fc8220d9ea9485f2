import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { lifeline } from './lifeline.mjs'

/** @typedef {ReturnType<typeof runDesk>} RunningDesk */

/** Runs the desk itself beside its engines, or one worker of it. It is started again when it falls, unless it refuses to start at all.
 * @param {object} how
 * @param {string} how.program
 * @param {NodeJS.ProcessEnv} how.env
 * @param {(line: string) => void} how.say
 * @param {(pid: number) => void} how.onStart
 * @param {string} [how.name]
 * @param {boolean} [how.isOneOfMany] whether others serve beside it: then it comes back too when somebody asks it to leave */
export function runDesk({ program, env, say, onStart, name = 'the desk', isOneOfMany = false }) {
  let stopping = false
  let again = false
  // The first start is a person's, and the desk tells him how to begin; the others are ours.
  let begun = false
  /** @type {(() => void)[]} */
  const awaited = []
  let child = open()

  function open() {
    const [first = '', ...words] = [...lifeline('TERM'), process.execPath, '--enable-source-maps', program]
    // In a group of its own: Ctrl-C reaches the launcher alone, which then asks the desk to drain, once.
    const next = spawn(first, words, { env: begun ? env : { ...env, FIRSTLINE_START: '1' }, detached: true, stdio: 'inherit' })
    begun = true
    if (next.pid) onStart(next.pid)
    for (const begins of awaited.splice(0)) begins()
    return next
  }

  async function watch() {
    for (let falls = 0, first = true; ; first = false) {
      const since = Date.now()
      const [code, signal] = await once(child, 'exit')
      const age = Date.now() - since
      const left = code === 0 && !isOneOfMany
      if (stopping || (!again && (left || (first && code && age < 10_000)))) return code ?? 1
      falls = again || age > 30_000 ? 0 : falls + 1
      if (!again) say(`${name} ended ${code === 0 ? '' : 'unexpectedly '}(${signal ?? `exit code ${code}`}): starting it again`)
      again = false
      await pause(falls && Math.min(100 * 2 ** falls, 10_000))
      if (stopping) return code ?? 1
      child = open()
    }
  }

  return {
    name,
    /** @type {Promise<number>} the desk's exit code, when it is over */
    ended: watch(),
    /** Asks it to leave, and starts it again. Resolves when the next one begins. */
    restart() {
      again = true
      child.kill('SIGTERM')
      return new Promise((/** @type {(value: void) => void} */ resolve) => awaited.push(resolve))
    },
    /** A second wish to leave would force it: that is what SIGKILL is for.
     * @param {NodeJS.Signals} signal */
    stop(signal) {
      if (!stopping || signal === 'SIGKILL') child.kill(signal)
      stopping = true
      for (const over of awaited.splice(0)) over()
    },
  }
}
