import type { Left } from '../../shared/protocol/conversation.ts'

/** One message that somebody tried to send, however often, and what he was told. */
export interface Attempted {
  id: string
  by: string
  conversation: string
  text: string
  /** Its place among all that happened. */
  invoked: number
  told: { at: number; outcome: 'ok' | 'fail' | 'unknown'; seq: number | null }[]
}

/** A message as the table has it. */
export interface KeptRow {
  act: string | null
  by: string
  conversation: string
  seq: number
  kind: string
  text: string | null
}

export type History = ReturnType<typeof aHistory>

/** Who tried to say what, and what he was told: compared afterwards with what was kept. */
export function aHistory() {
  const all = new Map<string, Attempted>()
  let clock = 0

  function told(id: string, outcome: 'ok' | 'fail' | 'unknown', seq: number | null = null) {
    all.get(id)?.told.push({ at: ++clock, outcome, seq })
  }

  return {
    invoke: (what: Pick<Attempted, 'id' | 'by' | 'conversation' | 'text'>) =>
      void all.set(what.id, { ...what, invoked: ++clock, told: [] }),
    ok: (id: string, { left }: Left) => told(id, 'ok', left[0]?.seq ?? null),
    fail: (id: string) => told(id, 'fail'),
    unknown: (id: string) => told(id, 'unknown'),
    attempts: () => [...all.values()],
    count: (outcome: 'ok' | 'fail' | 'unknown') =>
      [...all.values()].filter(({ told }) => told.some((one) => one.outcome === outcome)).length,
    /** Everything that was kept otherwise than people were told; nothing, if all is well. */
    compare: (rows: KeptRow[]): string[] => [...doubts(all, rows), ...disorder([...all.values()], rows), ...holes(rows)],
  }
}

function doubts(all: Map<string, Attempted>, rows: KeptRow[]): string[] {
  const kept = new Map<string, KeptRow[]>()
  for (const row of rows) if (row.act && row.kind === 'said') kept.set(row.act, [...(kept.get(row.act) ?? []), row])
  const strangers = [...kept.keys()].filter((act) => !all.has(act)).map((act) => `${act} was kept, and nobody said it`)
  const wrong = [...all.values()].flatMap((attempt) => doubtsAbout(attempt, kept.get(attempt.id) ?? []))
  return [...strangers, ...wrong]
}

function doubtsAbout({ id, told, text }: Attempted, rows: KeptRow[]): string[] {
  const oks = told.filter(({ outcome }) => outcome === 'ok')
  if (rows.length > 1) return [`${id} was kept ${rows.length} times`]
  const [row] = rows
  if (oks.length > 0 && !row) return [`${id} was acknowledged and is lost`]
  if (oks.length === 0 && row && told.some(({ outcome }) => outcome === 'fail')) return [`${id} was refused and is kept`]
  if (row && row.text !== text) return [`${id} was kept with other words`]
  return oks.filter(({ seq }) => seq !== row?.seq).map(({ seq }) => `${id} was acknowledged as number ${seq} and is number ${row?.seq}`)
}

/** Whoever heard that one was kept, and then said another, finds them in this order. */
function disorder(attempts: Attempted[], rows: KeptRow[]): string[] {
  const numbers = new Map(rows.map(({ act, seq }) => [act, seq]))
  const wrong: string[] = []
  for (const senders of groups(attempts, ({ by, conversation }) => `${by} ${conversation}`)) {
    for (const later of senders) {
      for (const earlier of senders) {
        const known = earlier.told.find(({ outcome }) => outcome === 'ok')
        const [one, other] = [numbers.get(earlier.id), numbers.get(later.id)]
        if (!known || known.at > later.invoked || one === undefined || other === undefined || one < other) continue
        wrong.push(`${later.id} was said after ${earlier.id} and came before it`)
      }
    }
  }
  return wrong
}

function holes(rows: KeptRow[]): string[] {
  return groups(rows, ({ conversation }) => conversation).flatMap((kept) => {
    const numbers = kept.map(({ seq }) => seq).sort((one, other) => one - other)
    return numbers.every((seq, index) => seq === index + 1) ? [] : [`${kept[0]?.conversation} is numbered ${numbers.join()}`]
  })
}

function groups<T>(all: T[], keyOf: (one: T) => string): T[][] {
  const found = new Map<string, T[]>()
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one])
  return [...found.values()]
}
