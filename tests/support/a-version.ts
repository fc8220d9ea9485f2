import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The changes of the database that this version knows. */
export const ourChanges = new URL('../../server/postgres/migrations/', import.meta.url)

/** The changes of a version that knows these as well. */
export function aVersion(more: Record<string, string> = {}): URL {
  const folder = mkdtempSync(join(tmpdir(), `firstline-tests-${process.pid}-`))
  for (const file of readdirSync(ourChanges)) writeFileSync(join(folder, file), readFileSync(new URL(file, ourChanges)))
  for (const [file, text] of Object.entries(more)) writeFileSync(join(folder, file), text)
  return pathToFileURL(`${folder}/`)
}
