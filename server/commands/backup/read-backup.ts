import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../desk/line/out-of-reach.ts'
import { inBackup, type Manifest, manifestShape } from './manifest.ts'
import { sumOf } from './summing.ts'

/** A sentence for whoever asked: why a backup cannot be brought back. */
export class CannotRestore extends Error {}

/** What a backup says of itself, once all of it has proved to be as it was written. */
export async function readBackup(folder: string, say: (line: string) => void): Promise<Manifest> {
  const manifest = await readManifest(folder)
  const list = await readFile(join(folder, inBackup.sums), 'utf8').catch(() => damaged(inBackup.sums))
  if ((await sumOf(join(folder, inBackup.sums))).sha256 !== manifest.sums) damaged(inBackup.sums)
  const lines = list.split('\n').filter(Boolean)
  let told = Date.now()
  for (const [index, line] of lines.entries()) {
    const [sum = '', name = ''] = line.split('  ')
    const { sha256 } = await sumOf(join(folder, name)).catch(() => damaged(name))
    if (sha256 !== sum) damaged(name)
    if (Date.now() - told < 2_000) continue
    told = Date.now()
    say(`checking: ${index + 1} of ${lines.length}`)
  }
  say(`the backup of ${manifest.at.slice(0, 16).replace('T', ' ')} UTC is whole: ${lines.length} checksums are right`)
  return manifest
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, inBackup.manifest), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') throw new CannotRestore(`There is no backup in ${folder}: it has no ${inBackup.manifest}.`)
    throw error
  })
  const read = manifestShape.safeParse(parsed(text))
  if (!read.success)
    throw new CannotRestore(`This version cannot read the ${inBackup.manifest} of that backup: was it made by a newer one?`)
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function damaged(name: string): never {
  throw new CannotRestore(
    `The backup is damaged: ${name} is missing or not as it was written. Nothing was changed here. Take another backup.`,
  )
}
