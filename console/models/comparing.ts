/** A piece of a text beside another: in both, only in the newer, or only in the older. */
export interface Part {
  text: string
  is: 'same' | 'added' | 'removed'
}

/** What differs between two texts: line by line, and within lines that were changed word by word. */
export function compare(older: string, newer: string): Part[] {
  const lines = between(linesOf(older), linesOf(newer))
  const parts: Part[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [one, next] = [lines[at], lines[at + 1]]
    if (!one) continue
    if (one.is === 'removed' && next?.is === 'added') {
      parts.push(...between(wordsOf(one.text), wordsOf(next.text)))
      at += 1
    } else parts.push(one)
  }
  return parts
}

const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
const wordsOf = (text: string) => text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []

/** Beyond so many pairs nobody compares: what differs is then all old and all new. */
const mostPairs = 2_000_000

/** The longest of what both have in common stays; what was taken away stands before what came instead. */
function between(older: readonly string[], newer: readonly string[]): Part[] {
  const begin = commonBegin(older, newer)
  const end = commonEnd(older.slice(begin), newer.slice(begin))
  const [left, right] = [older.slice(begin, older.length - end), newer.slice(begin, newer.length - end)]
  const middle: Part[] =
    left.length * right.length > mostPairs ? [...left.map(as('removed')), ...right.map(as('added'))] : walked(left, right)
  return joined([...older.slice(0, begin).map(as('same')), ...middle, ...older.slice(older.length - end).map(as('same'))])
}

const as = (is: Part['is']) => (text: string) => ({ text, is })

function commonBegin(one: readonly string[], other: readonly string[]) {
  const at = one.findIndex((piece, place) => piece !== other[place])
  return at < 0 ? one.length : at
}

const commonEnd = (one: readonly string[], other: readonly string[]) => {
  const most = Math.min(one.length, other.length)
  let count = 0
  while (count < most && one.at(-1 - count) === other.at(-1 - count)) count += 1
  return count
}

function walked(older: readonly string[], newer: readonly string[]): Part[] {
  const width = newer.length + 1
  const shared = new Uint32Array((older.length + 1) * width)
  const at = (i: number, j: number) => shared[i * width + j] ?? 0
  for (let i = older.length - 1; i >= 0; i -= 1)
    for (let j = newer.length - 1; j >= 0; j -= 1)
      shared[i * width + j] = older[i] === newer[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const parts: Part[] = []
  let [i, j] = [0, 0]
  while (i < older.length || j < newer.length) {
    const [old, fresh] = [older[i], newer[j]]
    if (old !== undefined && old === fresh) {
      parts.push({ text: old, is: 'same' })
      i += 1
      j += 1
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ text: old, is: 'removed' })
      i += 1
    } else {
      parts.push({ text: fresh ?? '', is: 'added' })
      j += 1
    }
  }
  return parts
}

/** Neighbours of a kind are one piece. */
function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last?.is === part.is) all[all.length - 1] = { ...last, text: last.text + part.text }
    else all.push(part)
  }
  return all
}
