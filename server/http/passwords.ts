import { hash, verify } from '@node-rs/argon2'

/** Argon2id as OWASP asks for: 19 MiB, two passes. Written down, so that a new version of the library changes nothing. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** What is kept of a password. */
export const hashPassword = (password: string) => hash(password, cost)

/** Whether this is the password; without a hash the answer is no, and takes as long. */
export async function isPassword(kept: string | null, written: string): Promise<boolean> {
  const right = await verify(kept ?? (await nobodys()), written.normalize('NFKC'))
  return right && kept !== null
}

let nobodysHash: Promise<string> | null = null

function nobodys() {
  nobodysHash ??= hashPassword('the password of nobody at all')
  return nobodysHash
}

/** Makes what `isPassword` needs, so that the first stranger does not wait longer than the second. */
export const warmUp = async (): Promise<void> => void (await nobodys())
