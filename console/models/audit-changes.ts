import type { AuditRecord } from '../../shared/protocol/admin.ts'
import { words as laterWords } from '../later-words.ts'
import { words } from '../words.ts'

/** One value that became different, in words. Null before: it was not there. */
export interface Difference {
  name: string
  before: string | null
  after: string
}

/** Only what became different, each value by itself, however deep it lies. `named` puts names for ids. */
export function differencesIn({ before, after }: Pick<AuditRecord, 'before' | 'after'>, named: (text: string) => string): Difference[] {
  const [old, now] = [valuesIn(before, named), valuesIn(after, named)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ name, before: old.get(name) ?? null, after: now.get(name) ?? nothing }))
    .filter((one) => one.before !== one.after)
}

const nothing = '–'

/** Nobody reads these: they say the same as the names beside them, count changes, or are nobody's doing. */
const unread = new Set(['id', 'version', 'used'])

type Values = Map<string, string>

function valuesIn(value: object | null, named: (text: string) => string, path: string[] = [], found: Values = new Map()): Values {
  for (const [key, part] of Object.entries(value ?? {})) {
    if (unread.has(key)) continue
    const here = [...path, fieldName(key)]
    if (isRecord(part)) valuesIn(part, named, here, found)
    else found.set(here.join(' › '), named(writtenValue(part, key)))
  }
  return found
}

/** A value in words; `key` says of what. */
export function writtenValue(value: unknown, key: string): string {
  if (value === null || value === undefined || value === '') return nothing
  if (typeof value === 'boolean') return value ? laterWords.auditSwitch.on : laterWords.auditSwitch.off
  if (isSpan(value)) return value.join('–')
  if (Array.isArray(value)) return value.length > 0 ? value.map((one) => writtenValue(one, key)).join(', ') : nothing
  if (isRecord(value)) return typeof value.name === 'string' ? value.name : inOneLine(value)
  return worded(key, String(value))
}

const inOneLine = (value: Record<string, unknown>) =>
  Object.entries(value)
    .filter(([key]) => !unread.has(key))
    .map(([key, part]) => `${fieldName(key)} ${writtenValue(part, key)}`)
    .join(', ')

/** What a part is called. */
export function fieldName(key: string): string {
  const { numbers, days } = words.settings
  return laterWords.auditFields[key] ?? textIn(days, key) ?? numberIn(numbers, key) ?? key
}

const numberIn = (numbers: Record<string, [name: string, hint: string]>, key: string) => numbers[key]?.[0]
const textIn = (texts: Record<string, string>, key: string) => texts[key]

/** What is one of few has words of its own. */
function worded(key: string, value: string): string {
  const texts: Record<string, Record<string, string>> = {
    role: words.shell.roles,
    state: words.settings.states,
    whose: words.settings.whoseNames,
    skipped: words.setup.steps,
    languages: laterWords.auditFields,
    method: laterWords.distribution.methods,
    assignment: laterWords.distribution.assignments,
  }
  return textIn(texts[key] ?? {}, value) ?? value
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isSpan = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string' && /^\d\d:\d\d$/.test(one))
