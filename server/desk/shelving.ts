import type { Bytes, Examined, FilePorts } from './files.ts'

/** A file that lies on the shelf, before anybody knows whose it is. */
export interface Shelved extends Omit<Examined, 'thumbnail'> {
  /** Its name in the folder. */
  stored: string
  size: number
}

/** Puts what comes onto the shelf, once it is known what it is; null where `add` did not keep its row, and then nothing of it stays. */
export async function shelve(
  { shelf, examine, newId }: Pick<FilePorts, 'shelf' | 'examine' | 'newId'>,
  { name, body, mostBytes }: { name: string; body: Bytes; mostBytes: number },
  add: (file: Shelved) => Promise<boolean>,
): Promise<Shelved | null> {
  const part = await shelf.receive(body, mostBytes)
  try {
    const { thumbnail, ...examined } = await examine(part.path, name)
    const file = { ...examined, size: part.size, stored: newId() }
    await shelf.keep(part, file.stored, thumbnail)
    const isKept = await add(file).catch(async (error: unknown) => {
      await shelf.remove(file.stored)
      throw error
    })
    if (!isKept) await shelf.remove(file.stored)
    return isKept ? file : null
  } finally {
    await shelf.discard(part)
  }
}
