import { z } from 'zod'
import type { KnownRequester } from './call.ts'
import { count, id } from './words.ts'

/** At which extension somebody is reached. */
const extension = z.strictObject({
  agent: id,
  extension: z.string().regex(/^[\d*#+-]{1,20}$/, 'An extension is up to 20 digits and * # + -'),
})

const unlike = <T>(list: readonly T[]) => new Set(list).size === list.length

/** The telephone system, as administrators set it up, and who is calling. */
export const telephonyQuestions = {
  /** For administrators; its secret is never among it. */
  'telephony:read': z.strictObject({}),
  /** `newSecret` replaces the key that calls are signed with, and answers the new one this once. */
  'telephony:save': z.strictObject({
    version: count,
    enabled: z.boolean(),
    extensions: z
      .array(extension)
      .max(2000)
      .refine(
        (list) => unlike(list.map((one) => one.extension)) && unlike(list.map(({ agent }) => agent)),
        'Each extension and each agent once',
      ),
    newSecret: z.boolean(),
  }),
  /** Who called me within the last quarter of an hour and is not logged yet, the latest first. */
  'calls:ringing': z.strictObject({}),
  /** I let it go. Where I `logged` it, it is over for all at whom it rang. */
  'calls:let-go': z.strictObject({ call: id, logged: z.boolean().optional() }),
}

export interface Telephony {
  enabled: boolean
  hasSecret: boolean
  extensions: { agent: string; extension: string }[]
  version: number
}

/** Somebody is calling an agent. */
export interface IncomingCall {
  id: string
  /** Empty where he does not show it. */
  number: string
  at: string
  /** Whose number it is, as far as that is known. */
  people: KnownRequester[]
}

export interface TelephonyAnswers {
  'telephony:read': Telephony
  'telephony:save': { telephony: Telephony; secret: string | null }
  'calls:ringing': { calls: IncomingCall[] }
  'calls:let-go': null
}

export interface TelephonyAnnouncements {
  /** Somebody is calling me. */
  'call:came': (news: IncomingCall) => void
  /** That call is logged or let go, on whatever device; `by` names a colleague who logged it. */
  'call:over': (news: { call: string; by: string | null }) => void
}
