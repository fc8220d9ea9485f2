import { createHmac } from 'node:crypto'

/** Somebody who opens a public page, by what his browser shows unasked: nothing is kept with him. */
export interface Reader {
  address: string
  browser: string
}

export interface Readers {
  /** What he is called today: always the same, and tomorrow another, which nobody can put together. */
  nameOf(reader: Reader, at: Date): Promise<string>
}

/** His name by the salt of a day, in the form of an id. */
export function readerName({ address, browser }: Reader, salt: Buffer): string {
  const digest = createHmac('sha256', salt)
    .update(JSON.stringify([address, browser]))
    .digest('hex')
  return [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`, digest.slice(20, 32)].join('-')
}
