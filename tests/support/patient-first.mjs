import Sequencer from '@jest/test-sequencer'

/** @typedef {import('@jest/test-result').Test} Test */

/** Those that mostly wait begin first, so that none of them is waited for alone in the end; the others as Jest would have it. */
export default class PatientFirst extends Sequencer {
  /** @override
   * @param {Test[]} tests */
  sort(tests) {
    const usual = /** @type {Test[]} */ (super.sort(tests))
    return ranks.flatMap((rank) => usual.filter(({ path }) => rankOf(path) === rank))
  }
}

const ranks = ['tests/system/', 'tests/faults/', 'tests/journeys/', '']

/** @param {string} path */
const rankOf = (path) => ranks.find((rank) => path.includes(rank))
