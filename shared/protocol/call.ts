import { z } from 'zod'
import { type CallOutcome, callChannels } from '../call.ts'
import { outcomes } from '../guide.ts'
import type { GuideMove } from '../guide-replay.ts'
import type { Named } from '../people.ts'
import { code, emailAddress, id, text, words } from './words.ts'

/** As people write numbers: digits, and what stands between them. */
export const phone = text(40).pipe(
  z.string().regex(/^\+?[\d\s()./-]{2,40}$/, 'A number is digits, with spaces, brackets, dots, strokes and a leading plus'),
)

const outcome = z.enum(outcomes)

const move = z.union([
  outcome,
  z.strictObject({ choice: z.string().max(40) }),
  z.strictObject({ skip: words(200) }),
]) satisfies z.ZodType<GuideMove>

const result = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('resolved'), code: code.exclude(['duplicate']), resolution: text(4000) }),
  z.strictObject({ is: z.literal('open') }),
  z.strictObject({ is: z.literal('escalate'), team: id, ask: words(1000) }),
]) satisfies z.ZodType<CallOutcome>

/** What agents write down of people who called or came by. */
export const callQuestions = {
  /** People who asked before, by a part of their name or address, or by their number; those whom a site vouches for first. */
  'requesters:find': z.strictObject({ words: words(100) }),
  /**
   * Logs a call or a visit, whole: it is over by then, and is in no line. `conversation` is chosen by the client; the same again
   * is logged once. Somebody new is kept under the id that `who` brings.
   */
  'call:log': z.strictObject({
    conversation: id,
    channel: z.enum(callChannels),
    who: z.union([
      z.strictObject({ known: id, phone: phone.optional() }),
      z.strictObject({ id, name: words(120), email: emailAddress.nullable(), phone: phone.nullable() }),
    ]),
    topic: id.nullable(),
    /** By its id or its whole path. */
    category: words(300).nullable(),
    asked: words(2000),
    steps: z.array(z.strictObject({ what: words(160), outcome })).max(50),
    /** A guide that the agent went through by himself, with each answer in order. */
    guide: z.strictObject({ guide: id, edition: z.int().min(1), moves: z.array(move).max(100) }).nullable(),
    outcome: result,
    minutes: z.int().min(1).max(1440).nullable(),
  }),
  /** It was logged by mistake: within fifteen minutes, by whoever logged it, as long as nobody went on with it. */
  'call:undo': z.strictObject({ conversation: id }),
}

/** Somebody who asked before. */
export interface KnownRequester extends Named {
  email: string | null
  phone: string | null
  verified: boolean
  /** When he was last in touch; null where that was never. */
  lastAt: string | null
}

export interface CallAnswers {
  'requesters:find': { people: KnownRequester[] }
  'call:log': { number: number }
  'call:undo': null
}
