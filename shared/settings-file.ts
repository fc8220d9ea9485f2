import type { RefusalCode } from './refusal.ts'

/** No settings are longer than this, in characters. */
export const mostWritten = 1_000_000

/** Where in the file, from the outside in: keys as they are written, and names in place of numbers. */
export type SettingPath = readonly string[]

/** What a value should be. */
export type Kind = 'number' | 'int' | 'string' | 'boolean' | 'array' | 'object'

/** What is wrong at a place in a settings file. */
export type Fault =
  | { what: 'not-json'; line: number | null; column: number | null }
  | { what: 'other-version' | 'missing' | 'unknown' | 'unreadable' | 'twice' | 'both' }
  | { what: 'kind'; kind: Kind }
  | { what: 'least' | 'most'; of: 'number' | 'string' | 'array'; bound: number }
  | { what: 'step'; step: number }
  | { what: 'one-of'; values: string[] }
  /** A rule of the schema, in its own English words. */
  | { what: 'rule'; rule: string }
  | { what: 'no-such-team' | 'no-such-word'; name: string }
  /** Somebody else has it, by his e-mail address. */
  | { what: 'taken'; name: string }
  /** The desk said no, as it does in the console. */
  | { what: 'refused'; refusal: RefusalCode }

/** A fault with its place. */
export interface Problem {
  place: SettingPath
  fault: Fault
}

/** What stands between the steps of a place. */
export const placeMark = ' › '

/** Of what there can be many. */
export type Section = 'teams' | 'categories' | 'agents' | 'replies'

/**
 * What is worth knowing of a file besides what changes: not at this desk, gone already, or not in the file, so that it stays as it is;
 * or that calls will be told, which wants a key that no file brings.
 */
export type Note = { what: 'not-here' | 'gone' | 'left'; of: Section; names: string[] } | { what: 'key' }

/** One setting that becomes different. Of what is new or goes, `after` or `before` is null. */
export interface Change {
  place: SettingPath
  how: 'added' | 'removed' | 'changed' | 'ordered'
  before: unknown
  after: unknown
}

/** What a file does, between two states of the desk that are known by their seals, and the file that takes it back; or why it does nothing. */
export type Imported =
  | { changes: Change[]; notes: Note[]; before: string; after: string; back: string; problems?: never }
  | { problems: Problem[] }
