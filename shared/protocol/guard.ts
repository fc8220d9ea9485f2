import { z } from 'zod'
import { type GuardCount, type GuardRules, secretKinds } from '../guard.ts'
import { isPattern, longestPattern } from '../secret-patterns.ts'
import { count, words } from './words.ts'

const rules = z.strictObject({
  /** The kinds that are not looked for. */
  off: z.array(z.enum(secretKinds)).max(secretKinds.length),
  /** Of what only this desk knows: `#` is a digit, `@` a letter, `?` either, and every other sign itself. */
  own: z
    .array(z.strictObject({ name: words(60), pattern: words(longestPattern).refine(isPattern, 'Four signs at least, one of them fixed') }))
    .max(20),
  /** Whether people may send what they say is none. */
  insist: z.boolean(),
}) satisfies z.ZodType<GuardRules>

/** What is secret at this desk, and how often it came. Requesters get the rules with `visit:look`. */
export const guardQuestions = {
  /** What is looked for in what people write. */
  'guard:read': z.strictObject({}),
  /** Sets all of it; it counts from the next message on, in other processes within seconds. */
  'guard:save': z.strictObject({ version: count, rules }),
  /** How often something was masked, or sent as none, within the last 30 days. What it was is never kept. */
  'guard:counts': z.strictObject({}),
}

export interface GuardAnswers {
  'guard:read': { rules: GuardRules; version: number }
  'guard:save': { rules: GuardRules; version: number }
  'guard:counts': { counts: GuardCount[] }
}
