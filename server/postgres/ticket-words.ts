import type { Piece } from '../../shared/protocol/ticket-list.ts'

/** One word that is looked for; the last one also as the beginning of a word. */
export interface Word {
  text: string
  beginning: boolean
}

/** What somebody who typed these words looks for. */
export interface Sought {
  /** The ticket of this number, ... */
  number: number | null
  /** ... and nothing else, since it was written as a label. */
  onlyNumber: boolean
  /** For `to_tsquery('simple', ...)`; empty where there is nothing to look for. */
  query: string
  /** The same in two parts, where the last is the beginning of a word that stands for itself beside others. */
  rest: string | null
  last: string | null
  words: Word[]
}

/** Shorter beginnings fit so many words that looking for them all would take long. */
const shortestBeginning = 3

/** Reads what was typed: a ticket's number, or words. What is written as one, such as `vpn-3`, is looked for as one. */
export function soughtIn(typed: string): Sought {
  const [, label, digits] = /^(inc[-\s]?|#)?0*(\d{1,12})$/i.exec(typed.trim()) ?? []
  const chunks = typed
    .split(/\s+/)
    .map(wordsOf)
    .filter((chunk) => chunk.length > 0)
  const last = chunks.at(-1)?.at(-1)
  const words = chunks.flat().map((text, place, all) => ({ text, beginning: place === all.length - 1 && isBeginning(last) }))
  const parts = chunks.map((chunk) => chunk.map((text) => `'${text}'`).join(' <-> '))
  const end = isBeginning(last) ? ':*' : ''
  const isInParts = end !== '' && chunks.length > 1 && chunks.at(-1)?.length === 1
  return {
    number: digits ? Number(digits) : null,
    onlyNumber: Boolean(label),
    query: `${parts.join(' & ')}${end}`,
    rest: isInParts ? parts.slice(0, -1).join(' & ') : null,
    last: isInParts ? `${parts.at(-1)}${end}` : null,
    words,
  }
}

const isBeginning = (word: string | undefined) => (word?.length ?? 0) >= shortestBeginning

/** Text as the index keeps it: small letters without accents, and words alone, so that `sap.example` is found by `example`. */
export const plainWords = (text: string) => wordsOf(text).join(' ')

const wordsOf = (text: string) => folded(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

const folded = (text: string) => (isPlain(text) ? text : text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')).toLowerCase()

// Most words are, and the form of letters takes most of the time.
const isPlain = (text: string) => /^[\0-\x7f]*$/.test(text)

/** A text in pieces, those that were looked for marked. */
export function piecesOf(text: string, words: readonly Word[]): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!isHit(word, words)) continue
    if (index > end) pieces.push({ text: text.slice(end, index), hit: false })
    end = index + word.length
    pieces.push({ text: word, hit: true })
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false })
  return pieces
}

function isHit(word: string, words: readonly Word[]) {
  const plain = folded(word)
  return words.some(({ text, beginning }) => (beginning ? plain.startsWith(text) : plain === text))
}

const around = 60

/** Some words around the first hit. */
export function snippetOf(text: string, words: readonly Word[]): Piece[] {
  const line = text.replace(/\s+/g, ' ')
  const hit = firstHit(line, words)
  if (!hit) return []
  const from = Math.max(0, line.lastIndexOf(' ', Math.max(0, hit.index - around)) + 1)
  const to = hit.index + hit[0].length + around
  const cut = line.indexOf(' ', to)
  const shown = cut < 0 ? line.slice(from) : line.slice(from, cut)
  return piecesOf(`${from > 0 ? '… ' : ''}${shown}${cut < 0 ? '' : ' …'}`, words)
}

function firstHit(line: string, words: readonly Word[]) {
  for (const found of line.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) if (isHit(found[0], words)) return found
  return null
}

/** For `ilike any (...)`: letters that have forms of their own match any letter. */
export const patternsFor = (words: readonly Word[]) => words.map(({ text }) => `%${text.replace(/[^a-z0-9]/g, '_')}%`)
