import Sequencer from '@jest/test-sequencer'

/** @typedef {import('@jest/test-result').Test} Test */

/**
 * Those that mostly wait begin first, so that none of them is waited for alone in the end: one of each room after the other, since
 * two that wait side by side cost less than two that work. The others as Jest would have it.
 */
export default class PatientFirst extends Sequencer {
  /** @override
   * @param {Test[]} tests */
  sort(tests) {
    const usual = /** @type {Test[]} */ (super.sort(tests))
    const patient = rooms.map((room) => usual.filter(({ path }) => path.includes(room)))
    const inTurn = usual.flatMap((_, turn) => patient.flatMap((room) => room[turn] ?? []))
    return [...inTurn, ...usual.filter((one) => !inTurn.includes(one))]
  }
}

const rooms = ['tests/system/', 'tests/faults/', 'tests/journeys/']
