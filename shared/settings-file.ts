import type { RefusalCode } from './refusal.ts'

/** Where in the file, from the outside in: keys as they are written, and names in place of numbers. */
export type Place = readonly string[]

/** What a value should be. */
export type Kind = 'number' | 'int' | 'string' | 'boolean' | 'array' | 'object'

/** What is wrong at a place in a settings file. */
export type Fault =
  | { what: 'not-json'; line: number | null; column: number | null }
  | { what: 'other-version' | 'missing' | 'unknown' | 'unreadable' | 'twice' | 'both' | 'too-deep' }
  | { what: 'kind'; kind: Kind }
  | { what: 'least' | 'most'; of: 'number' | 'string' | 'array'; bound: number }
  | { what: 'step'; step: number }
  | { what: 'one-of'; values: string[] }
  /** A rule of the schema, in its own English words. */
  | { what: 'rule'; rule: string }
  | { what: 'no-such-team' | 'no-such-word'; name: string }
  /** The desk said no, as it does in the console. */
  | { what: 'refused'; refusal: RefusalCode }

/** A fault with its place. */
export interface Problem {
  place: Place
  fault: Fault
}

/** What stands between the steps of a place. */
export const placeMark = ' › '
