import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { codeOf } from '../../desk/line/out-of-reach.ts'
import { pour, sequencesOf, type Table, tablesOf } from '../../postgres/tables.ts'
import { inBackup, type Manifest, placeOf } from './manifest.ts'
import { type Summed, writeDown } from './summing.ts'

export interface BackUp {
  databaseUrl: string
  /** Where the files lie that people sent. */
  files: string
  /** The folder to make. */
  into: string
  version: string
  at: Date
  say(line: string): void
}

/** A sentence for whoever asked: why it cannot be done. */
export class CannotBackUp extends Error {}

/**
 * Writes down a desk that may be at work meanwhile: the database as it is in one moment, then the files that it names. The
 * folder has its name only once all is in it.
 */
export async function backUp({ databaseUrl, files, into, version, at, say }: BackUp): Promise<Manifest> {
  if (!(await isFree(into))) throw new CannotBackUp(`There is something in ${into} already. Name another folder, or move that one away.`)
  const draft = `${into}.unfinished-${process.pid}`
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'firstline-backup' })
  try {
    await client.connect()
    const sums = new Map<string, string>()
    const note = (name: string, { sha256 }: Summed) => void sums.set(name, sha256)
    const database = await keepDatabase(client, draft, note, say)
    const kept = await keepFiles(database.stored, files, draft, note, say)
    const list = await writeDown(join(draft, inBackup.sums), () => Readable.from([Buffer.from(sumsText(sums))]))
    const { stored: _, ...rest } = database
    const manifest: Manifest = { format: 1, version, at: at.toISOString(), ...rest, files: kept, sums: list.sha256 }
    await writeFile(join(draft, inBackup.manifest), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
    await rm(into, { recursive: true, force: true })
    await rename(draft, into)
    return manifest
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function isFree(folder: string) {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    throw new CannotBackUp(`${folder} cannot be used: ${codeOf(error) === 'ENOTDIR' ? 'it is a file' : codeOf(error)}.`)
  }
}

type Note = (name: string, summed: Summed) => void

/** All of it out of one snapshot, so that no row knows of another that is not there. */
async function keepDatabase(client: pg.Client, folder: string, note: Note, say: (line: string) => void) {
  await client.query('begin transaction isolation level repeatable read read only')
  const { rows: there } = await client.query<{ is: boolean }>("select to_regclass('public.files') is not null as is")
  if (!there[0]?.is) throw new CannotBackUp('There is no desk in this database yet: nothing to keep.')
  const { rows: migrations } = await client.query<{ name: string }>('select name from migrations order by name')
  const tables = []
  for (const table of await tablesOf(client)) tables.push(await keepTable(client, table, folder, note, say))
  const stored = await storedIn(client)
  const sequences = await sequencesOf(client)
  const { rows: versions } = await client.query<{ server_version: string }>('show server_version')
  await client.query('commit')
  return {
    postgres: versions[0]?.server_version ?? '',
    migrations: migrations.map(({ name }) => name),
    tables,
    sequences,
    stored,
  }
}

/** The names of all contents of files: a desk of an older version has not all of these tables yet. */
async function storedIn(client: pg.Client): Promise<string[]> {
  const stored: string[] = []
  for (const table of ['files', 'article_files', 'guide_pictures']) {
    const { rows: there } = await client.query<{ is: boolean }>("select to_regclass('public.' || $1) is not null as is", [table])
    if (!there[0]?.is) continue
    const { rows } = await client.query<{ stored: string }>(`select stored from ${table} order by stored`)
    stored.push(...rows.map((row) => row.stored))
  }
  return stored
}

async function keepTable(client: pg.Client, table: Table, folder: string, note: Note, say: (line: string) => void) {
  let poured: ReturnType<typeof pour> | undefined
  const open = () => {
    poured = pour(client, table)
    return poured
  }
  const name = inBackup.table(table.name)
  const summed = await writeDown(join(folder, name), open, createGzip({ level: 4 }))
  note(name, summed)
  const rows = poured?.rowCount ?? 0
  say(`${table.name}: ${rows} ${rows === 1 ? 'row' : 'rows'}, ${inMegabytes(summed.bytes)}`)
  return { ...table, rows }
}

/** Each with its picture, if it has one. What was thrown away since the snapshot, or is missing, is named. */
async function keepFiles(stored: string[], from: string, folder: string, note: Note, say: (line: string) => void) {
  let bytes = 0
  let told = Date.now()
  const missing: string[] = []
  for (const [index, name] of stored.entries()) {
    const whole = await keepFile(from, folder, placeOf(name), note)
    if (whole === null) missing.push(name)
    bytes += (whole ?? 0) + ((await keepFile(from, folder, `${placeOf(name)}.webp`, note)) ?? 0)
    if (Date.now() - told < 2_000) continue
    told = Date.now()
    say(`contents of files: ${index + 1} of ${stored.length}, ${inMegabytes(bytes)}`)
  }
  say(
    `contents of files: ${stored.length - missing.length}, ${inMegabytes(bytes)}${missing.length > 0 ? `; ${missing.length} are missing` : ''}`,
  )
  return { count: stored.length - missing.length, bytes, missing }
}

async function keepFile(from: string, folder: string, place: string, note: Note): Promise<number | null> {
  const name = inBackup.file(place)
  try {
    const summed = await writeDown(join(folder, name), () => createReadStream(join(from, place)))
    note(name, summed)
    return summed.bytes
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await rm(join(folder, name), { force: true })
    return null
  }
}

/** As `sha256sum --check` reads it. */
const sumsText = (sums: Map<string, string>) => [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join('')

/** For people to read. */
export const inMegabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 2 : 0)} MB`
