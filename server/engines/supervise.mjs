import { setTimeout as pause } from 'node:timers/promises'

/** A child that has said that it is ready.
 * @typedef {{ pid: number, ended: Promise<string>, stop: () => Promise<void> }} Child */

/** A child that is started again, at the same address, whenever it ends without being asked to.
 * @typedef {{ readonly pid: number, stop: () => Promise<void> }} Supervised */

/** @param {object} what
 * @param {string} what.name
 * @param {() => Promise<Child>} what.start
 * @param {(line: string) => void} what.say
 * @param {(pid: number) => void} [what.onStart]
 * @returns {Promise<Supervised>} */
export async function supervise({ name, start, say, onStart = () => {} }) {
  let stopping = false
  let child = await started()
  const watched = watch()

  async function started() {
    const next = await start()
    onStart(next.pid)
    return next
  }

  async function watch() {
    let attempt = 0
    while (!stopping) {
      const since = Date.now()
      const reason = await child.ended
      if (stopping) return
      attempt = Date.now() - since > calm ? 1 : attempt + 1
      say(`${name} ended unexpectedly (${reason}): starting it again`)
      await revive(attempt)
    }
  }

  /** @param {number} attempt */
  async function revive(attempt) {
    const died = Date.now()
    for (let tries = attempt; !stopping; tries++) {
      await pause(Math.min(50 * 2 ** tries, 5_000))
      if (stopping) return
      try {
        child = await started()
        return say(`${name} is back after ${((Date.now() - died) / 1000).toFixed(1)} s`)
      } catch (error) {
        if (tries - attempt >= 4) say(`${name} still does not start: ${error instanceof Error ? error.message : error}`)
      }
    }
  }

  return {
    get pid() {
      return child.pid
    },
    async stop() {
      stopping = true
      await child.stop()
      await watched
      // It may have been started once more while we were asked to stop.
      await child.stop()
    },
  }
}

// After this many milliseconds of good work the next fall counts as the first again.
const calm = 30_000
