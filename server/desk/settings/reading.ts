import { type SettingsFile, settingsFile } from '../../../shared/protocol/settings-file.ts'
import type { Fault, Kind, Problem, SettingPath } from '../../../shared/settings-file.ts'
import { wordingProblems } from './wording.ts'

/** What was read of a settings file, or everything that is wrong with it. */
export type Read = { file: SettingsFile; problems?: never } | { file?: never; problems: Problem[] }

/** Enough to mend a file by; more would only hide where it begins. */
const mostProblems = 50

/** Reads a settings file as somebody wrote it. Whether it fits this desk is another question. */
export function readSettingsFile(text: string): Read {
  let written: unknown
  try {
    written = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { problems: [{ place: [], fault: { what: 'not-json', ...positionIn(text, error) } }] }
  }
  const read = settingsFile.safeParse(written)
  const problems = read.success ? wordingProblems(read.data) : read.error.issues.flatMap((issue) => problemsOf(issue, written))
  if (problems.length > 0) return { problems: problems.slice(0, mostProblems) }
  return read.success ? { file: read.data } : { problems }
}

type Issue = NonNullable<ReturnType<typeof settingsFile.safeParse>['error']>['issues'][number]

function problemsOf(issue: Issue, written: unknown): Problem[] {
  const place = placeOf(issue.path, written)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ place: [...place, key], fault: { what: 'unknown' } }))
  // Its own place names the key that is wrong.
  if (issue.code === 'invalid_key') return [{ place, fault: { what: 'unknown' } }]
  return [{ place, fault: faultOf(issue, written) }]
}

function faultOf(issue: Issue, written: unknown): Fault {
  if (issue.path[0] === 'version') return { what: 'other-version' }
  if (valueAt(issue.path, written) === undefined) return { what: 'missing' }
  switch (issue.code) {
    case 'invalid_type':
      return { what: 'kind', kind: kinds[issue.expected] ?? 'object' }
    case 'too_small':
      return { what: 'least', of: sizeOf(issue.origin), bound: Number(issue.minimum) }
    case 'too_big':
      return { what: 'most', of: sizeOf(issue.origin), bound: Number(issue.maximum) }
    case 'not_multiple_of':
      return { what: 'step', step: Number(issue.divisor) }
    case 'invalid_value':
      return { what: 'one-of', values: issue.values.map(String) }
    case 'invalid_union':
      return 'options' in issue && issue.options ? { what: 'one-of', values: issue.options.map(String) } : { what: 'unreadable' }
    case 'custom':
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? { what: 'unreadable' } : { what: 'rule', rule: issue.message }
    default:
      return { what: 'unreadable' }
  }
}

const kinds: Record<string, Kind> = {
  number: 'number',
  int: 'int',
  string: 'string',
  boolean: 'boolean',
  array: 'array',
  tuple: 'array',
  object: 'object',
  record: 'object',
}

const sizeOf = (origin: string) => (origin === 'string' || origin === 'array' ? origin : 'number')

/** Things in lists are known by their names; without one, by which they are. */
function placeOf(path: readonly PropertyKey[], written: unknown): SettingPath {
  return path.map((step, depth) => (typeof step === 'number' ? nameOf(valueAt(path.slice(0, depth + 1), written), step) : String(step)))
}

function nameOf(value: unknown, index: number): string {
  if (typeof value === 'string') return value
  const { name, email, label, date } = isRecord(value) ? value : {}
  const known = [name, email, label, date].find((one) => typeof one === 'string' && one.trim() !== '')
  return typeof known === 'string' ? known : `${index + 1}.`
}

const valueAt = (path: readonly PropertyKey[], written: unknown): unknown =>
  path.reduce<unknown>((value, step) => (isRecord(value) ? value[String(step)] : undefined), written)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Where the reading stopped, if it is known. */
function positionIn(text: string, error: unknown): { line: number | null; column: number | null } {
  const message = error instanceof Error ? error.message : ''
  const found = /at position (\d+)/.exec(message)?.[1]
  const position = message.startsWith('Unexpected end') ? text.length : found === undefined ? null : Number(found)
  if (position === null) return { line: null, column: null }
  const before = text.slice(0, position).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
