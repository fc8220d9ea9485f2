import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Speaker } from './proxy.ts'

/** A part of what is said on a line: where it begins something that counts, in words; else only bytes. */
export interface Piece {
  bytes: Buffer
  word: string | null
}

/** Understands what is said on one line, piece by piece, in order. */
export type Hearing = (speaker: Speaker, bytes: Buffer) => Piece[]

/** PostgreSQL's language: each statement that is to be carried out, and each answer to one. */
export function postgresHearing(): Hearing {
  const statements = new Map<string, string>()
  const unanswered: string[] = []
  const rest: Record<Speaker, Buffer> = { client: Buffer.alloc(0), server: Buffer.alloc(0) }
  let hasBegun = false
  let bound = ''

  function asked(statement: string) {
    unanswered.push(statement)
    return `PostgreSQL is asked: ${statement}`
  }

  function fromClient(message: Buffer, kind: string): string | null {
    const [first = '', second = ''] = message.toString('latin1', 5).split('\0', 2)
    if (kind === 'P') statements.set(first, inShort(second))
    if (kind === 'B') bound = statements.get(second) ?? second
    if (kind === 'Q') return asked(inShort(first))
    return kind === 'E' ? asked(bound) : null
  }

  const fromServer = (kind: string) => (answers.has(kind) ? `PostgreSQL answers: ${unanswered.shift() ?? ''}` : null)

  return (speaker, bytes) => {
    const pieces: Piece[] = []
    let left: Buffer = Buffer.concat([rest[speaker], bytes])
    for (;;) {
      // The first words of a client have no kind.
      const head = speaker === 'client' && !hasBegun ? 0 : 1
      if (left.length < head + 4) break
      const length = head + left.readInt32BE(head)
      if (left.length < length) break
      const message = left.subarray(0, length)
      const kind = head === 1 ? message.toString('latin1', 0, 1) : ''
      if (speaker === 'client') hasBegun = true
      pieces.push({ bytes: message, word: speaker === 'client' ? fromClient(message, kind) : fromServer(kind) })
      left = left.subarray(length)
    }
    rest[speaker] = left
    return pieces
  }
}

/** Done, refused, nothing to do. */
const answers = new Set(['C', 'E', 'I'])
const inShort = (statement: string) => statement.trim().replaceAll(/\s+/g, ' ').slice(0, 60)

/** Redis' language: each command, and each time that it answers. */
export const redisHearing = (): Hearing => (speaker, bytes) => {
  if (speaker === 'server') return [{ bytes, word: 'Redis answers' }]
  const commands = [...bytes.toString('latin1').matchAll(command)]
  const ends = [...commands.slice(1).map(({ index }) => index), bytes.length]
  const begun = bytes.subarray(0, commands[0]?.index ?? bytes.length)
  const whole = commands.map(({ index, 1: name = '', 2: sha = '' }, nth) => ({
    bytes: bytes.subarray(index, ends[nth]),
    word: `Redis is asked: ${scripts.get(sha) ?? name.toLowerCase()}`,
  }))
  return begun.length > 0 ? [{ bytes: begun, word: null }, ...whole] : whole
}

const command = /\*\d+\r\n\$\d+\r\n([A-Za-z]+)\r\n(?:\$\d+\r\n([^\r]*)\r\n)?/g

const folder = join(import.meta.dirname, '../../server/redis')
const scripts = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.lua'))
    .map((name) => [
      createHash('sha1')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
      name,
    ]),
)

/** Where it only counts that something is said. */
export const plainHearing =
  (who: string): (() => Hearing) =>
  () =>
  (speaker, bytes) => [{ bytes, word: speaker === 'client' ? `${who} asked` : `${who} answered` }]
