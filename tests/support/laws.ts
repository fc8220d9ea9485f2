import { inOrder } from '../../shared/client/lanes.ts'
import type { Entry, Lane } from '../../shared/entry.ts'
import type { Attempted } from './history.ts'

/** An entry as the table has it. */
export interface Kept {
  conversation: string
  entry: Entry
}

/** What somebody held of a conversation in the end. */
export interface Seen {
  who: string
  conversation: string
  lane: Lane
  /** In the order in which he had them. */
  list: { seq: number; act?: string | undefined; kind: string }[]
  /** Whether he followed it to the end: then nothing may be missing there. */
  isLive: boolean
}

/** Whatever was acknowledged is there, where it was said to be; asked again, the answer was the same. */
export function acknowledgedIsStored(attempts: Attempted[], kept: Kept[]): string[] {
  const at = new Map(kept.map(({ conversation, entry }) => [`${conversation} ${entry.lane} ${entry.seq}`, entry]))
  const left = numbersByAct(kept)
  return attempts.flatMap(({ id, by, conversation, act, told }) =>
    told.flatMap((one) => {
      if (one.outcome !== 'ok') return []
      const wrong = one.left.flatMap(({ lane, seq }) => {
        const entry = at.get(`${conversation} ${lane} ${seq}`)
        return entry?.act === id && entry.by === by ? [] : [`${act.kind} ${id} was acknowledged as ${lane} ${seq} and is not there`]
      })
      if (wrong.length > 0) return wrong
      const has = left.get(`${conversation} ${by} ${id}`) ?? 0
      return has === one.left.length ? [] : [`${act.kind} ${id} was told of ${one.left.length} entries and left ${has}`]
    }),
  )
}

function numbersByAct(kept: Kept[]): Map<string, number> {
  const left = new Map<string, number>()
  for (const { conversation, entry } of kept) {
    const key = `${conversation} ${entry.by} ${entry.act}`
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  return left
}

/** Whatever somebody did is there once, however often it was sent, and whether or not he heard of it. */
export function eachIdOnce(kept: Kept[]): string[] {
  const times = new Map<string, number>()
  for (const { conversation, entry } of kept) {
    if (!entry.act) continue
    const key = `${entry.kind} ${entry.act} of ${entry.by} in ${conversation}`
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return [...times].filter(([, count]) => count > 1).map(([what, count]) => `${what} was kept ${count} times`)
}

/** What was refused, and never acknowledged, is not there. */
export function refusedIsNotStored(attempts: Attempted[], kept: Kept[]): string[] {
  const acts = new Set(kept.map(({ entry }) => entry.act))
  const refused = attempts.filter(({ told }) => told.some(is('fail')) && !told.some(is('ok')))
  return refused.filter(({ id }) => acts.has(id)).map(({ id, act }) => `${act.kind} ${id} was refused and is kept`)
}

const is = (outcome: string) => (one: { outcome: string }) => one.outcome === outcome

/** Nothing is there that nobody did, and what people wrote has the words that they wrote. */
export function saidAsWritten(attempts: Attempted[], kept: Kept[]): string[] {
  const written = new Map(attempts.map((attempt) => [attempt.id, attempt]))
  return kept.flatMap(({ entry }) => {
    if (!entry.act || (entry.kind !== 'said' && entry.kind !== 'noted')) return []
    const attempt = written.get(entry.act)
    if (!attempt) return [`${entry.act} was kept, and nobody said it`]
    if (attempt.by !== entry.by) return [`${entry.act} was kept in the name of somebody else`]
    return 'text' in attempt.act && attempt.act.text === entry.body?.text ? [] : [`${entry.act} was kept with other words`]
  })
}

/** Whoever heard that one was kept, and then did another, finds them in this order. */
export function inOrderOfTelling(attempts: Attempted[], kept: Kept[]): string[] {
  const numbers = new Map(kept.flatMap(({ entry }) => (entry.act && entry.kind === 'said' ? [[entry.act, entry.seq]] : [])))
  const wrong: string[] = []
  for (const his of groups(attempts, ({ by, conversation }) => `${by} ${conversation}`)) {
    const answered = his.flatMap(({ id, told }) => {
      const [at, seq] = [told.find(is('ok'))?.at, numbers.get(id)]
      return at !== undefined && seq !== undefined ? [{ id, at, seq }] : []
    })
    const ordered = answered.sort((one, other) => one.at - other.at)
    const highest = highestSoFar(ordered.map(({ seq }) => seq))
    for (const later of his) {
      const seq = numbers.get(later.id)
      const before = firstNotBelow(ordered, later.invoked) - 1
      if (seq !== undefined && (highest[before] ?? 0) > seq)
        wrong.push(`${later.id} was said after number ${highest[before]}, as number ${seq}`)
    }
  }
  return wrong
}

const highestSoFar = (numbers: number[]) => {
  let highest = 0
  return numbers.map((number) => {
    highest = Math.max(highest, number)
    return highest
  })
}

/** How many of them were told before that moment. */
function firstNotBelow(ordered: { at: number }[], at: number): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Each lane of a conversation is numbered from one on without a gap. */
export function numbersDense(kept: Kept[]): string[] {
  return groups(kept, ({ conversation, entry }) => `${conversation} ${entry.lane}`).flatMap((lane) => {
    const numbers = lane.map(({ entry }) => entry.seq).sort((one, other) => one - other)
    const place = `${lane[0]?.conversation} (${lane[0]?.entry.lane})`
    return numbers.every((seq, index) => seq === index + 1) ? [] : [`${place} is numbered ${numbers.join()}`]
  })
}

/** Everybody has the table, in its order, from where he began to read; whoever followed to the end has its end. */
export function listsEqualTable(seen: Seen[], kept: Kept[]): string[] {
  const table = new Map(groups(kept, keyOf).map((lane) => [lane[0] ? keyOf(lane[0]) : '', lane.map(({ entry }) => entry).sort(inOrder)]))
  return seen.flatMap(({ who, conversation, lane, list, isLive }) => {
    const rows = table.get(`${conversation} ${lane}`) ?? []
    const first = list[0]?.seq ?? 1
    const until = isLive ? rows.length : first - 1 + list.length
    const should = rows
      .slice(first - 1, until)
      .map(inWords)
      .join()
    const has = list.map(inWords).join()
    return should === has ? [] : [`${who} sees ${has || 'nothing'} of ${conversation} (${lane}), and the table has ${should || 'nothing'}`]
  })
}

const keyOf = ({ conversation, entry }: Kept) => `${conversation} ${entry.lane}`
const inWords = ({ seq, act, kind }: { seq: number; act?: string | undefined; kind: string }) => `${seq} ${kind} ${act ?? ''}`

/** All that have a key in common, together. */
export function groups<T>(all: T[], keyOf: (one: T) => string): T[][] {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const group = found.get(keyOf(one))
    if (group) group.push(one)
    else found.set(keyOf(one), [one])
  }
  return [...found.values()]
}
