import { createHash, hash, randomFillSync } from 'node:crypto'

const saltBytes = 16
const pool = Buffer.alloc(saltBytes * 256)
let next = pool.length

/** Sixteen random bytes that make a digest unguessable; drawn in bulk, since each entry needs some. */
export function newSalt(): Buffer {
  if (next === pool.length) {
    randomFillSync(pool)
    next = 0
  }
  const salt = Buffer.from(pool.subarray(next, next + saltBytes))
  next += saltBytes
  return salt
}

/** SHA-256 over the salt and the canonical JSON of what is kept apart. Without the salt nothing can be guessed from it. */
export function saltedDigest(salt: Buffer, body: unknown): Buffer {
  const text = canonical(body)
  const salted = Buffer.allocUnsafe(salt.length + Buffer.byteLength(text))
  salt.copy(salted)
  salted.write(text, salt.length)
  return hash('sha256', salted, 'buffer')
}

/** What of an entry survives an erasure, and so goes into the hash of a logged transcript. */
export interface Sealed {
  lane: string
  seq: number
  after: number | null
  at: string
  by: string
  kind: string
  data: unknown
  digest: Buffer
}

/**
 * SHA-256, in hexadecimal, over a timeline: for every entry, public lane first, each by number, the canonical JSON of
 * what is never erased followed by the digest of its body.
 */
export function timelineDigest(entries: Iterable<Sealed>): string {
  const all = createHash('sha256')
  for (const { digest, lane, seq, after, at, by, kind, data } of entries) {
    all.update(canonical({ lane, seq, after, at, by, kind, data })).update(digest)
  }
  return all.digest('hex')
}

/** JSON with sorted keys, so that the same value always has the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const members = value as Record<string, unknown>
  let text = ''
  for (const key of Object.keys(members).sort()) {
    const member = members[key]
    if (member !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonical(member)}`
  }
  return `{${text}}`
}
