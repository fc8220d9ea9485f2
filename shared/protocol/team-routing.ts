import { z } from 'zod'
import type { ClosingRules } from '../closing.ts'
import type { Refuge } from '../crowding.ts'
import { lookLanguages } from '../look.ts'
import type { Notice } from '../notice.ts'
import { type SilenceRules, silenceSteps } from '../silence.ts'
import type { TargetMinutes, TargetRules } from '../target.ts'
import { assignments, methods, type TeamRouting } from '../team-routing.ts'
import { count, id, words } from './words.ts'

/** Seconds of silence; null is never. */
const after = z.int().min(30).max(86_400).nullable()

const silenceRules = z
  .strictObject({ nudge: after, hold: after, close: after, warn: after, supervise: after, requeue: after })
  .refine(
    (rules) => Object.values(silenceSteps).every((steps) => rising(steps.map((step) => rules[step]))),
    'Each comes after the one before',
  ) satisfies z.ZodType<SilenceRules>

/** What requesters are told, in one language at least. */
const notice = z
  .partialRecord(z.enum(lookLanguages), words(300))
  .refine((texts) => Object.keys(texts).length > 0, 'Said in one language at least') satisfies z.ZodType<Notice>

/** What is wanted of a ticket before it is resolved; `resolution` is the least number of characters. */
const closing = z.strictObject({
  category: z.boolean(),
  resolution: z.int().min(0).max(500),
  minutes: z.boolean(),
}) satisfies z.ZodType<ClosingRules>

const minutes = z.int().min(1).max(525_600).nullable()
const targetMinutes = z.strictObject({ first: minutes, next: minutes, resolution: minutes }) satisfies z.ZodType<TargetMinutes>

/** Within how many minutes people hear from a team and are helped, for each priority; null is no target. */
const targets = z.strictObject({
  counted: z.enum(['opening-hours', 'always']),
  restsWithRequester: z.boolean(),
  warnPercent: z.int().min(0).max(90),
  priorities: z.strictObject({ 1: targetMinutes, 2: targetMinutes, 3: targetMinutes, 4: targetMinutes, 5: targetMinutes }),
}) satisfies z.ZodType<TargetRules>

const weight = z.number().min(0).max(1).multipleOf(0.01)

/** How a team's line is routed, with the bounds of each setting. Other teams are named by `team`. */
export const routingNaming = (team: z.ZodType<string, string>) => {
  /** Where somebody goes whom a line cannot keep. */
  const refuge = z.discriminatedUnion('to', [
    z.strictObject({ to: z.literal('message') }),
    z.strictObject({ to: z.literal('call-back') }),
    z.strictObject({ to: z.literal('team'), team }),
  ]) satisfies z.ZodType<Refuge>

  return z.strictObject({
    method: z.enum(methods),
    assignment: z.enum(assignments),
    offerSeconds: z.int().min(5).max(600).nullable(),
    reofferAfterSeconds: z.int().min(1).max(86_400).nullable(),
    declineReasons: z.array(words(60)).max(20),
    pacingSeconds: z.int().min(0).max(3600),
    languageFirst: z.boolean(),
    widenAfterSeconds: z.int().min(0).max(86_400).nullable(),
    keepForSeconds: z.int().min(0).max(3600),
    weights: z.strictObject({ awaiting: weight, held: weight, 'wrap-up': weight }),
    silence: silenceRules,
    limits: z.strictObject({
      length: z.strictObject({ most: z.int().min(1).max(100_000), refuge }).nullable(),
      wait: z.strictObject({ seconds: z.int().min(60).max(86_400), refuge }).nullable(),
    }),
    overflow: z.strictObject({ team, afterSeconds: z.int().min(10).max(86_400).nullable(), atOnce: z.boolean() }).nullable(),
    emergency: notice.nullable(),
    closing,
    targets: targets.nullable(),
  }) satisfies z.ZodType<TeamRouting>
}

/** How a team's line is routed, as it is saved: other teams by their ids. */
export const teamRouting = routingNaming(id)

/** What an administrator asks about how lines are routed. Reading is every agent's. */
export const routingQuestions = {
  /** How this team's line is routed; what was never saved is as by default. */
  'routing:read': z.strictObject({ team: id }),
  /** Sets all of it; it counts from the next decision on, in every process. `version` is the one that was looked at. */
  'routing:save': z.strictObject({ team: id, version: count, routing: teamRouting }),
}

export interface RoutingAnswers {
  'routing:read': { routing: TeamRouting; version: number }
  'routing:save': { routing: TeamRouting; version: number }
}

function rising(seconds: readonly (number | null)[]) {
  const set = seconds.filter((one) => one !== null)
  return set.every((one, place) => place === 0 || one > (set[place - 1] ?? 0))
}
