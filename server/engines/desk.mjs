import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { lifeline } from './lifeline.mjs'

/** Runs the desk itself beside its engines. It is started again when it falls, unless it refuses to start at all.
 * @param {object} how
 * @param {string} how.program
 * @param {NodeJS.ProcessEnv} how.env
 * @param {(line: string) => void} how.say
 * @param {(pid: number) => void} how.onStart */
export function runDesk({ program, env, say, onStart }) {
  let stopping = false
  let again = false
  // The first start is a person's, and the desk tells him how to begin; the others are ours.
  let begun = false
  let child = open()

  function open() {
    const [first = '', ...words] = [...lifeline('TERM'), process.execPath, '--enable-source-maps', program]
    // In a group of its own: Ctrl-C reaches the launcher alone, which then asks the desk to drain, once.
    const next = spawn(first, words, { env: begun ? env : { ...env, FIRSTLINE_START: '1' }, detached: true, stdio: 'inherit' })
    begun = true
    if (next.pid) onStart(next.pid)
    return next
  }

  async function watch() {
    for (let falls = 0, first = true; ; first = false) {
      const since = Date.now()
      const [code, signal] = await once(child, 'exit')
      const age = Date.now() - since
      if (stopping || (!again && (code === 0 || (first && code && age < 10_000)))) return code ?? 1
      falls = again || age > 30_000 ? 0 : falls + 1
      if (!again) say(`the desk ended unexpectedly (${signal ?? `exit code ${code}`}): starting it again`)
      again = false
      await pause(falls && Math.min(100 * 2 ** falls, 10_000))
      if (stopping) return code ?? 1
      child = open()
    }
  }

  return {
    /** @type {Promise<number>} the desk's exit code, when it is over */
    ended: watch(),
    restart() {
      again = true
      child.kill('SIGTERM')
    },
    /** @param {NodeJS.Signals} signal */
    stop(signal) {
      stopping = true
      child.kill(signal)
    },
  }
}
