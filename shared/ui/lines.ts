import type { Delivery } from '../client/delivery.ts'
import type { Unsent } from '../client/unsent.ts'
import type { Entry, Wording } from '../entry.ts'
import type { AttachedFile } from '../files.ts'
import { dayOf } from './days.ts'
import { textOf } from './text.ts'

/** Names a person or a team. */
export type NameOf = (id: string) => string

/** Puts an entry that is not a message into a sentence for its reader; null where there is nothing to say. */
export type Tell = (entry: Entry, nameOf: NameOf) => string | null

/** One thing that a timeline draws. */
export type Line = { key: string; at: string } & (
  | { kind: 'day'; day: string }
  | { kind: 'event'; text: string }
  | {
      kind: 'note'
      by: string
      /** The ticket that it came from, where several are read as one. */
      from?: string | undefined
      /** For whom above all, where it is a whisper. */
      to: string | null
      text: string | null
      files: readonly AttachedFile[]
      delivery: Delivery | null
      unsent: Unsent | null
    }
  | {
      kind: 'message'
      by: string
      from?: string | undefined
      ours: boolean
      text: string | null
      files: readonly AttachedFile[]
      /** How far a message of our side got. */
      delivery: Delivery | null
      unsent: Unsent | null
      /** The last of a run by one person: name, time and delivery stand below it. */
      closes: boolean
    }
)

export interface Drawn {
  entries: readonly Entry[]
  outgoing: readonly Unsent[]
  /** `tellRequester` or `tellAgent`. */
  tell: Tell
  nameOf: NameOf
  /** Whether this person is of the reader's side. */
  isOurs(person: string): boolean
  delivery(entry: Entry): Delivery
  /** Names the ticket that something written came from, where several are read as one; what happened says so itself. */
  from?(entry: Entry): string | undefined
}

/** A timeline as lines to draw: messages in runs, sentences between, and the days. */
export function linesOf(drawn: Drawn): Line[] {
  const lines = [...drawn.entries.flatMap((entry) => lineOf(entry, drawn)), ...drawn.outgoing.map(outgoingLine)]
  return withDays(lines).map((line, index, all) => (line.kind === 'message' ? { ...line, closes: closesRun(line, all[index + 1]) } : line))
}

/** Before it is confirmed, a message is drawn under its act's id: the same key keeps it one and the same on the screen. */
const keyOf = (entry: Entry) => (entry.act ? `${entry.act}:${entry.kind}` : `${entry.lane}:${entry.seq}`)

/** Whether a line tells of one of these, or of the day on which one begins. */
export function linesAbout({ entries, outgoing }: Pick<Drawn, 'entries' | 'outgoing'>): (line: Line) => boolean {
  const keys = new Set([...entries.map(keyOf), ...outgoing.map(({ id, act }) => `${id}:${act.kind === 'note' ? 'noted' : 'said'}`)])
  return ({ kind, key }) => keys.has(kind === 'day' ? key.slice('day:'.length) : key)
}

function lineOf(entry: Entry, { tell, nameOf, isOurs, delivery, from }: Drawn): Line[] {
  const key = keyOf(entry)
  const { at, by } = entry
  if (entry.kind === 'said' || entry.kind === 'noted') {
    const written = { key, at, by, from: from?.(entry), ...writtenIn(entry.body), unsent: null }
    if (entry.kind === 'noted') return [{ ...written, kind: 'note', to: entry.to ?? null, delivery: null }]
    const ours = isOurs(by)
    return [{ ...written, kind: 'message', ours, delivery: ours ? delivery(entry) : null, closes: true }]
  }
  const text = tell(entry, nameOf)
  return text ? [{ kind: 'event', key, at, text }] : []
}

const writtenIn = (body: Wording | null) => ({ text: body ? textOf(body.text) : null, files: body?.files ?? [] })

function outgoingLine(unsent: Unsent): Line {
  const { id, at, by, act, files = [] } = unsent
  const text = textOf(act.text)
  if (act.kind === 'note') return { kind: 'note', key: `${id}:noted`, at, by, to: null, text, files, delivery: 'waiting', unsent }
  return { kind: 'message', key: `${id}:said`, at, by, ours: true, text, files, delivery: 'waiting', unsent, closes: true }
}

function withDays(lines: Line[]): Line[] {
  let before: string | null = null
  return lines.flatMap((line) => {
    const day = dayOf(line.at)
    const isSame = day === before
    before = day
    return isSame ? [line] : [{ kind: 'day' as const, key: `day:${line.key}`, at: line.at, day }, line]
  })
}

const runMs = 5 * 60_000

function closesRun(line: Line & { kind: 'message' }, next: Line | undefined): boolean {
  if (next?.kind !== 'message' || next.by !== line.by || next.from !== line.from || next.delivery !== line.delivery || line.unsent?.refused)
    return true
  return Date.parse(next.at) - Date.parse(line.at) > runMs
}
