import { type RefusalCode, Refused } from '../../../shared/refusal.ts'
import type { Problem, SettingPath } from '../../../shared/settings-file.ts'

/** Something in a settings file that this desk cannot do. */
export class Misfit extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super('A settings file that does not fit')
    this.problem = problem
  }
}

/** These are nobody's mistake in the file. */
const othersDoing: readonly RefusalCode[] = ['changed-meanwhile', 'not-allowed', 'unavailable']

/** Does something that the file says at this place. Where the desk says no, it is told of the place. */
export async function fits<T>(place: SettingPath, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Refused) || othersDoing.includes(error.code)) throw error
    throw new Misfit({ place, fault: { what: 'refused', refusal: error.code } })
  }
}
