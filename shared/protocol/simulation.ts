import { z } from 'zod'
import type { RefusalCode } from '../refusal.ts'
import type { Comparison } from '../simulation.ts'
import { teamRouting } from './team-routing.ts'
import { id } from './words.ts'

const minutes = z.number().min(0.1).max(600)

/** Where traffic comes from: a day that was, in the time zone of the desk, or chance. */
const traffic = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('day'), day: z.iso.date() }),
  z.strictObject({
    from: z.literal('chance'),
    perHour: z.number().min(0.1).max(400),
    hours: z.number().min(0.5).max(24),
    agents: z.int().min(1).max(200),
    capacity: z.int().min(1).max(50),
    talkMinutes: minutes,
    /** null is for ever. */
    patienceMinutes: minutes.nullable(),
  }),
])

/** What those who oversee a desk ask to try settings out. Nothing is changed by it. */
export const simulationQuestions = {
  /**
   * Begins to let traffic come to the desk as it is, and as it would be by this proposal, which `POST /api/simulation/proposal`
   * took a moment ago, or by this routing of the team; without either, to the desk as it is. With chance, traffic comes to that
   * team alone. One at a time for the whole desk. It runs in the process that was asked, and is looked at there.
   */
  'simulation:start': z.strictObject({
    team: id,
    proposal: id.nullable().optional(),
    routing: teamRouting.optional(),
    traffic,
    aimSeconds: z.int().min(1).max(86_400),
    seed: z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
  }),
  /** How far it is, or what came of it. Only who began it may look. */
  'simulation:look': z.strictObject({ run: id }),
  /** It is not wanted any more. */
  'simulation:stop': z.strictObject({ run: id }),
}

export interface SimulationAnswers {
  'simulation:start': { run: string }
  /** `done` is from 0 to 1. */
  'simulation:look':
    | { state: 'running'; done: number }
    | { state: 'done'; comparison: Comparison }
    | { state: 'refused'; refusal: RefusalCode }
  'simulation:stop': Record<string, never>
}
