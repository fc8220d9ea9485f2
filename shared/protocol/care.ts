import { z } from 'zod'
import { id } from './words.ts'

/** What supervisors and administrators ask about a requester of whom the line takes care. */
export const careQuestions = {
  /** Whether he must not be kept waiting, and which agent he is led back to. */
  'care:read': z.strictObject({ requester: id }),
  /** Sets both; it counts from his next conversation on. */
  'care:save': z.strictObject({ requester: id, vip: z.boolean(), agent: id.nullable() }),
}

export interface Care {
  vip: boolean
  /** Null: whoever helped him last. */
  agent: string | null
}

export interface CareAnswers {
  'care:read': Care
  'care:save': Care
}
