import { createHash, randomBytes } from 'node:crypto'

/** A secret that opens something, and what is kept of it: reading the database must not open anything. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

/** What is kept of a token. Without a salt: 256 random bits cannot be guessed. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
