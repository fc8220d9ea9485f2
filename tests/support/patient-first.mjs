import Sequencer from '@jest/test-sequencer'

/** @typedef {import('@jest/test-result').Test} Test */

/**
 * Those that mostly wait are begun as early as can be, so that none of them is waited for alone in the end: one of each room after the
 * other, and after each of them two of those that work. Beside waiting ones alone the processor would be idle, and for working ones
 * alone it is too small. Where nobody knows yet how long they take, short files that take long come before the longer ones.
 */
export default class PatientFirst extends Sequencer {
  /** @override
   * @param {Test[]} tests */
  sort(tests) {
    const usual = /** @type {Test[]} */ (super.sort(tests))
    const known = [...usual.filter(isSlow), ...usual.filter((one) => !isSlow(one))]
    const perRoom = rooms.map((room) => known.filter(({ path }) => path.includes(room)))
    const patient = known.flatMap((_, turn) => perRoom.flatMap((room) => room[turn] ?? []))
    const busy = known.filter((one) => !patient.includes(one))
    const mixed = patient.flatMap((one, turn) => [one, ...busy.slice(2 * turn, 2 * turn + 2)])
    return [...mixed, ...busy.slice(2 * patient.length)]
  }
}

const rooms = ['tests/system/', 'tests/faults/', 'tests/journeys/']

const slow = ['system/a-minute-without', 'journeys/network', 'faults/kill-server', 'line/schedules', 'sockets/leaving']

/** @param {Test} test */
const isSlow = ({ path }) => slow.some((name) => path.endsWith(`/${name}.test.ts`))
