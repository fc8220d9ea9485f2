import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Duplex, PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file that was written or read, as it counts. */
export interface Summed {
  bytes: number
  sha256: string
}

/** Writes a stream, through another if there is one, to a new file, and knows its checksum; on the disk for good when this resolves. */
export async function writeDown(path: string, open: () => Readable, through: Duplex = new PassThrough()): Promise<Summed> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const { watch, sum } = summing()
  // Opened only here: a stream that fails before anybody listens ends the process.
  await pipeline(open(), through, watch, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
  return sum()
}

/** The checksum of what lies there. */
export async function sumOf(path: string): Promise<Summed> {
  const { watch, sum } = summing()
  for await (const _ of watch(createReadStream(path)));
  return sum()
}

function summing() {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    async *watch(body: AsyncIterable<Buffer>) {
      for await (const piece of body) {
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
    },
    sum: () => ({ bytes, sha256: hash.digest('hex') }),
  }
}
