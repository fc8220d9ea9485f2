import { createReadStream } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { beginEpoch } from '../../postgres/epoch.ts'
import { leaveBehind } from '../../postgres/left-behind.ts'
import { knownMigrations, lockShape, makeNotes, runMigration } from '../../postgres/migrate.ts'
import { clear, empty, fill, goOn, type Table, tablesOf } from '../../postgres/tables.ts'
import { inBackup, type Manifest } from './manifest.ts'
import { CannotRestore, readBackup } from './read-backup.ts'

export interface Restore {
  databaseUrl: string
  /** Where the files lie that people sent. */
  files: string
  /** The folder of the backup. */
  from: string
  /** Whether what is there already may be replaced. */
  replace: boolean
  at: Date
  say(line: string): void
}

/**
 * Brings a backup back, all of it or nothing: the database in one transaction, with the migrations that came since, and the
 * files beside their place until that is committed. What was there before is kept aside where it is files.
 */
export async function restore({ databaseUrl, files, from, replace, at, say }: Restore): Promise<Manifest> {
  const manifest = await readBackup(from, say)
  const migrations = await knownMigrations()
  const strange = manifest.migrations.find((name) => !migrations.includes(name))
  if (strange) throw new CannotRestore(`The backup was made by a newer version (${strange}). Restore it with that version.`)
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'firstline-restore' })
  const draft = `${files}.restoring-${process.pid}`
  let isBack = false
  try {
    await client.connect()
    await refuseWhileServing(client)
    if (!replace) await refuseUnlessEmpty(client, files)
    await mkdir(dirname(files), { recursive: true, mode: 0o700 })
    await mkdir(draft, { mode: 0o700 })
    if (manifest.files.count > 0) await cp(join(from, 'files'), draft, { recursive: true })
    say(`files: ${manifest.files.count} are back${missing(manifest)}`)
    await client.query('begin')
    await restoreDatabase(client, from, manifest, migrations, say)
    await client.query('commit')
    isBack = true
    await putInPlace(draft, files, at, say)
    return manifest
  } catch (error) {
    if (isBack)
      throw new CannotRestore(`The database is back, and the files are not in their place yet: move ${draft} to ${files}. ${error}`)
    await rm(draft, { recursive: true, force: true })
    throw error
  } finally {
    // What was begun and not committed goes with the connection.
    await client.end()
  }
}

const missing = ({ files }: Manifest) => (files.missing.length > 0 ? `; ${files.missing.length} were missing when the backup was made` : '')

async function refuseWhileServing(client: pg.Client) {
  if (!(await isThere(client, 'processes'))) return
  const { rowCount } = await client.query("select from processes where seen_at > now() - interval '15 seconds' limit 1")
  if (rowCount) throw new CannotRestore('A desk is running on this database. Stop it, run this again, and start it afterwards.')
}

/** A desk that was started and never used has a team and somebody who was invited, and nothing that anybody would miss. */
async function refuseUnlessEmpty(client: pg.Client, files: string) {
  const used = ['select from conversations limit 1', 'select from agents where password_hash is not null limit 1']
  for (const question of (await isThere(client, 'conversations')) ? used : []) {
    const { rowCount } = await client.query(question)
    if (rowCount) throw new CannotRestore(`There is a desk in this database already. ${howToReplace}`)
  }
  const folders = await readdir(files).catch(() => [])
  const kept = await Promise.all(folders.map((name) => readdir(join(files, name)).catch(() => [])))
  if (kept.flat().length > 0) throw new CannotRestore(`There are files in ${files} already. ${howToReplace}`)
}

const howToReplace = 'To have the backup instead of it, and lose what is there: npm run restore -- FOLDER --replace'

async function isThere(client: pg.Client, table: string) {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('public.' || $1) is not null as there", [table])
  return rows[0]?.there === true
}

async function restoreDatabase(client: pg.Client, from: string, manifest: Manifest, migrations: string[], say: (line: string) => void) {
  await lockShape(client)
  await clear(client)
  await makeNotes(client)
  for (const name of manifest.migrations) await runMigration(client, name)
  await empty(client, await tablesOf(client))
  for (const table of manifest.tables) await restoreTable(client, table, from, say)
  await goOn(client, manifest.sequences)
  for (const name of migrations) if (!manifest.migrations.includes(name)) await runMigration(client, name)
  // Who was connected to the desk before may know more than is here.
  await beginEpoch(client)
  await leaveBehind(client)
}

async function restoreTable(client: pg.Client, table: Table & { rows: number }, from: string, say: (line: string) => void) {
  const rows = fill(client, table)
  await pipeline(createReadStream(join(from, inBackup.table(table.name))), createGunzip(), rows)
  if (rows.rowCount !== table.rows) throw new Error(`${table.name} has ${rows.rowCount} rows and should have ${table.rows}`)
  say(`${table.name}: ${table.rows} ${table.rows === 1 ? 'row' : 'rows'}`)
}

async function putInPlace(draft: string, files: string, at: Date, say: (line: string) => void) {
  const aside = `${files}.before-${at.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}`
  const were = await readdir(files).catch(() => null)
  if (were) await rename(files, aside)
  await rename(draft, files)
  if (!were) return
  const kept = await readdir(aside)
  if (kept.every((name) => name === 'incoming')) await rm(aside, { recursive: true, force: true })
  else say(`the files that were there before lie in ${aside}; throw them away when you are sure`)
}
