import { which } from './processes.mjs'

/** Words to put before a command so that it ends when we do, even by kill -9. Only Linux knows how; elsewhere the next start cleans up.
 * @param {'INT' | 'TERM'} signal
 * @returns {string[]} */
export function lifeline(signal) {
  const setpriv = process.platform === 'linux' && which('setpriv')
  return setpriv ? [setpriv, '--pdeathsig', signal] : []
}
