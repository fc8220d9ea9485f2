import { randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../desk/line/out-of-reach.ts'

/** The mark of a folder, made where there is none. Who reads the same mark shares the folder. */
export async function markOf(folder: string): Promise<string> {
  const path = join(folder, 'mark')
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, randomUUID(), { mode: 0o600 })
  // Linked into place: whoever comes second finds all of it.
  await link(draft, path).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  await rm(draft)
  return readFile(path, 'utf8')
}
