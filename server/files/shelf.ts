import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuse } from '../../shared/refusal.ts'
import type { Bytes, Part, Portion, Shelf } from '../desk/files.ts'
import { codeOf } from '../desk/line/out-of-reach.ts'

/** So much of the disk stays free of files: the database may lie on the same one. */
const spared = 512 * 1024 * 1024

/** The folder where the contents of files lie, in 256 folders by the beginning of their names. Made where it is missing. */
export async function createShelf(folder: string, freeBytes = () => freeOn(folder)): Promise<Shelf & Sweeping> {
  const incoming = join(folder, 'incoming')
  await mustBeWritable(incoming)
  const placeOf = (stored: string) => join(folder, stored.slice(0, 2))
  const pathOf = (stored: string, what: Portion) => join(placeOf(stored), what === 'whole' ? stored : `${stored}.webp`)

  const hasRoom = async (bytes: number) => (await freeBytes()) >= spared + bytes

  return {
    hasRoom,

    async receive(body, mostBytes) {
      if (!(await hasRoom(mostBytes))) refuse('no-room')
      const path = join(incoming, randomUUID())
      try {
        return { path, ...(await writeDown(body, path, mostBytes)) }
      } catch (error) {
        await rm(path, { force: true })
        if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') refuse('no-room')
        throw error
      }
    },

    discard: ({ path }) => rm(path, { force: true }),

    // Renamed into place: whoever looks sees all of it or nothing, and the picture of it lies there first.
    async keep({ path }: Part, stored, thumbnail) {
      await mkdir(placeOf(stored), { recursive: true, mode: 0o700 })
      if (thumbnail) {
        await writeFile(`${path}.webp`, thumbnail, { mode: 0o600 })
        await rename(`${path}.webp`, pathOf(stored, 'thumbnail'))
      }
      await rename(path, pathOf(stored, 'whole'))
    },

    async open(stored, what) {
      try {
        const handle = await open(pathOf(stored, what))
        const { size } = await handle.stat()
        return { body: handle.createReadStream(), size }
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null
        throw error
      }
    },

    async remove(stored) {
      await Promise.all((['whole', 'thumbnail'] as const).map((what) => rm(pathOf(stored, what), { force: true })))
    },

    async left(place, before) {
      const old: string[] = []
      for (const name of await namesIn(join(folder, place))) {
        const { mtime } = await stat(join(folder, place, name)).catch(() => ({ mtime: before }))
        const [, stored] = ours.exec(name) ?? []
        if (stored && mtime < before) old.push(stored)
      }
      return [...new Set(old)]
    },

    async clear(before) {
      for (const name of await namesIn(incoming)) {
        const path = join(incoming, name)
        const { mtime } = await stat(path).catch(() => ({ mtime: before }))
        if (mtime < before) await rm(path, { force: true })
      }
    },
  }
}

/** Better said at the start than to the first who sends a file. */
async function mustBeWritable(incoming: string) {
  const probe = join(incoming, randomUUID())
  try {
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    await writeFile(probe, 'x')
    await rm(probe)
  } catch (error) {
    throw new Error(`Files cannot be kept in ${incoming}: ${codeOf(error)}. Set DATA_DIR to a folder that can be written.`)
  }
}

/** What keeps the folder clean, and says whether there is room for so many bytes more. */
export interface Sweeping {
  hasRoom(bytes: number): Promise<boolean>
  /** What lies in one of the 256 folders since before then, by name. */
  left(place: string, before: Date): Promise<string[]>
  /** Throws away what was begun before then and never finished. */
  clear(before: Date): Promise<void>
}

/** What somebody else put there is not ours to throw away. */
const ours = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.webp)?$/

const namesIn = (folder: string) => readdir(folder).catch((): string[] => [])

async function freeOn(folder: string) {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Counts while it comes, so that too much is never written; on the disk for good when this resolves. */
async function writeDown(body: Bytes, path: string, mostBytes: number) {
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of body) {
      size += piece.length
      if (size > mostBytes) refuse('file-too-large')
      hash.update(piece)
      await file.writeFile(piece)
    }
    if (size === 0) refuse('file-empty')
    await file.sync()
  } finally {
    await file.close()
  }
  return { size, sha256: hash.digest() }
}
