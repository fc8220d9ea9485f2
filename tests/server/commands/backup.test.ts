import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { createApp } from '../../../server/app.ts'
import { backUp } from '../../../server/commands/backup/back-up.ts'
import { restore } from '../../../server/commands/backup/restore.ts'
import { configFrom } from '../../../server/config.ts'
import { createLog } from '../../../server/log.ts'
import { isIntact, loggedRecords } from '../../../server/postgres/logged.ts'
import { createPresence } from '../../../server/postgres/presence.ts'
import { publishesArticle } from '../../support/articles.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { aFolder, aRedis } from '../../support/engines.ts'
import { eventually } from '../../support/eventually.ts'
import { aPicture, keyOf, sendsFile, sendsPicture } from '../../support/files.ts'

let desk: TestDesk
let rita: Person
/** What was in the database when it was kept. */
let there: Record<string, string>
let chat = ''
const folder = aFolder()
const kept = join(folder, 'kept')
const said: string[] = []
const say = (line: string) => void said.push(line)

beforeAll(async () => {
  desk = await aDesk({ settings: { logAfterSeconds: 0 } })
  const ada = await desk.agent('Ada')
  rita = await desk.requester('Rita')
  const done = await rita.asks('My printer burns', null, 'message')
  await ada.does(done, { kind: 'take' })
  // Ended by this, too: between the two it would now and then be logged already, and then once more.
  await ada.does(done, { kind: 'resolve', code: 'solved', resolution: 'Water.' })
  chat = await rita.asks('My screen is black \t\\N\n– "Grüße" 🙈')
  await ada.does(chat, { kind: 'take' })
  await ada.does(chat, { kind: 'note', text: 'It is not plugged in' })
  const { id } = await sendsFile(desk.url, rita, chat, await aPicture())
  await rita.does(chat, { kind: 'say', text: 'Look', files: [id] })
  const samir = await desk.agent('Samir', { role: 'supervisor', wish: 'away' })
  await sendsPicture(desk.url, samir, randomUUID(), await aPicture(300, 200))
  const article = await publishesArticle(samir, { title: 'With a picture' })
  await fetch(`${desk.url}/api/articles/${article}/files/${randomUUID()}`, {
    method: 'PUT',
    headers: { ...keyOf(samir), origin: desk.url, 'content-type': 'application/octet-stream', 'file-name': 'a.png' },
    body: new Uint8Array(await aPicture(200, 100)),
  })
  await eventually(async () => (await desk.pool.query("select from entries where kind = 'logged'")).rowCount === 1)
  await keepsInCalm()
}, 60_000)

/** A desk does things by itself: what is kept is compared only with what was there before and after alike. */
async function keepsInCalm() {
  await eventually(async () => {
    rmSync(kept, { recursive: true, force: true })
    there = await fingerprints(desk.pool)
    await backUp(here(kept))
    return JSON.stringify(await fingerprints(desk.pool)) === JSON.stringify(there)
  })
}

afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const here = (into: string) => ({
  databaseUrl: desk.database.url,
  files: join(desk.folder, 'files'),
  into,
  version: '1.2.3',
  at: new Date(),
  say,
})

/** A machine on which nothing is: an empty database, an empty folder. */
async function anEmptyMachine() {
  const name = `restored_${randomUUID().replaceAll('-', '')}`
  const url = desk.database.url.replace(/\/desk_\w+\?/, `/${name}?`)
  await desk.pool.query(`create database ${name} template template0`)
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  // Dropped with the connections that are still going.
  pool.on('error', () => undefined)
  const place = join(folder, name)
  return {
    url,
    pool,
    folder: place,
    restoring: (from = kept, replace = false) =>
      restore({ databaseUrl: url, files: join(place, 'files'), from, replace, at: new Date(), say }),
    async close() {
      await pool.end()
      await desk.pool.query(`drop database ${name} with (force)`)
    },
  }
}

/** Who comes again is told at once. */
async function epochToldTo({ socket, heard }: Person) {
  socket.disconnect().connect()
  await eventually(() => heard.some(({ name }) => name === 'server:epoch'))
  return heard.find(({ name }) => name === 'server:epoch')?.news
}

/** Each file with what is in it; what is still coming in is none. */
const filesIn = (place: string) =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^..\/./.test(name))
    .toSorted()
    .map((name) => [name, readFileSync(join(place, name), 'base64')])

const passing = ['epochs', 'migrations', 'presences', 'processes']

/** A fingerprint of each table, and where each sequence stands. */
async function fingerprints(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  )
  const found: Record<string, string> = {}
  for (const { name } of tables.filter((table) => !passing.includes(table.name))) {
    const { rows } = await pool.query(
      `select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} as t`,
    )
    found[name] = rows[0].print
  }
  const { rows } = await pool.query("select sequencename as name, last_value as print from pg_sequences where schemaname = 'public'")
  for (const { name, print } of rows) found[name] = String(print)
  return found
}

test('a desk comes back on an empty machine as it was: every row, every file, every hash', async () => {
  const machine = await anEmptyMachine()
  await machine.restoring()

  expect(await fingerprints(machine.pool)).toEqual(there)
  expect(filesIn(join(machine.folder, 'files'))).toEqual(filesIn(join(desk.folder, 'files')))
  expect(filesIn(join(machine.folder, 'files'))).toHaveLength(6)
  const intact: boolean[] = []
  for await (const logged of loggedRecords(machine.pool)) intact.push(await isIntact(machine.pool, logged))
  expect(intact).toEqual([true])
  expect(said).toContain('files: 3 are back')
  await machine.close()
})

test('an agent who does not come back to a restored desk is missed there', async () => {
  const machine = await anEmptyMachine()
  await machine.restoring()
  let at = new Date()
  const presence = createPresence({ pool: machine.pool, process: randomUUID(), now: () => at })
  await presence.renew()
  const { rows } = await machine.pool.query('select agent_id as id from conversations where id = $1', [chat])
  expect(await presence.sweep()).toContain(rows[0]?.id)
  at = new Date(at.getTime() + 31_000)
  expect(await presence.goneAgents(30)).toEqual([rows[0]?.id])
  await machine.close()
})

test('where the files cannot be put in their place, they are kept beside it, and it is said how they come there', async () => {
  const machine = await anEmptyMachine()
  const at = new Date()
  const files = join(machine.folder, 'files')
  await machine.restoring()
  // What is put aside lies where something lies already.
  const aside = `${files}.before-${at.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}`
  cpSync(files, aside, { recursive: true })
  const again = restore({ databaseUrl: machine.url, files, from: kept, replace: true, at, say })
  await expect(again).rejects.toThrow(`The database is back, and the files are not in their place yet: move ${files}.restoring-`)
  expect(filesIn(`${files}.restoring-${process.pid}`)).toEqual(filesIn(files))
  await machine.close()
})

test('its people go on where they were, at another process and an empty Redis, and are told that it is another life', async () => {
  const machine = await anEmptyMachine()
  await machine.restoring()
  const redis = await aRedis()
  const config = configFrom({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: machine.url,
    REDIS_URL: redis.url,
    FIRSTLINE_ENGINES: 'embedded',
    DATA_DIR: machine.folder,
  })
  const app = await createApp({ config, log: createLog('silent') })
  const url = await app.listen()
  const back = await desk.again(rita, url)
  await back.says(chat, 'Are you still there?')

  const { rows } = await machine.pool.query(
    "select body ->> 'text' as text from entries where conversation_id = $1 and lane = 'public' order by seq desc limit 1",
    [chat],
  )
  expect(rows).toEqual([{ text: 'Are you still there?' }])
  expect(await epochToldTo(back)).not.toEqual(await epochToldTo(await desk.again(rita)))
  back.leaves()
  await app.close()
  await redis.close()
  await machine.close()
})

test('a backup of an older version is brought up to this one', async () => {
  const machine = await anEmptyMachine()
  const old = join(folder, 'old')
  cpSync(kept, old, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(old, 'manifest.json'), 'utf8'))
  const without = {
    migrations: manifest.migrations.filter((name: string) => name !== '0025_epoch.sql'),
    tables: manifest.tables.filter(({ name }: { name: string }) => name !== 'epochs'),
  }
  writeFileSync(join(old, 'manifest.json'), JSON.stringify({ ...manifest, ...without }))
  await machine.restoring(old)

  const { rows } = await machine.pool.query('select name from migrations order by name')
  expect(rows.map(({ name }) => name)).toEqual(manifest.migrations)
  expect((await machine.pool.query('select from epochs')).rowCount).toBe(1)
  await machine.close()
})

test('nothing is overwritten: not a backup, not a desk that runs, not one that is used, unless told so', async () => {
  await expect(backUp(here(kept))).rejects.toThrow('There is something in')
  await expect(restore({ ...here(''), from: kept, replace: true })).rejects.toThrow('A desk is running on this database')

  const machine = await anEmptyMachine()
  await machine.restoring()
  await expect(machine.restoring()).rejects.toThrow('There is a desk in this database already')
  await machine.pool.query("delete from speakers; update conversations set agent_id = null; update settings set value = '{}'")
  await machine.restoring(kept, true)
  expect(await fingerprints(machine.pool)).toEqual(there)
  expect(readdirSync(machine.folder).some((name) => name.startsWith('files.before-'))).toBe(true)
  await machine.close()
})

test('a backup that was damaged, is of a newer version, or is none, changes nothing', async () => {
  const machine = await anEmptyMachine()
  const broken = join(folder, 'broken')
  cpSync(kept, broken, { recursive: true })
  writeFileSync(join(broken, 'tables/entries.copy.gz'), 'x')
  await expect(machine.restoring(broken)).rejects.toThrow('The backup is damaged: tables/entries.copy.gz')
  const manifest = JSON.parse(readFileSync(join(kept, 'manifest.json'), 'utf8'))
  cpSync(kept, broken, { recursive: true })
  writeFileSync(join(broken, 'manifest.json'), JSON.stringify({ ...manifest, migrations: [...manifest.migrations, '9999_later.sql'] }))
  await expect(machine.restoring(broken)).rejects.toThrow('made by a newer version (9999_later.sql)')
  await expect(machine.restoring(join(folder, 'nowhere'))).rejects.toThrow('There is no backup in')

  expect((await machine.pool.query("select from pg_tables where schemaname = 'public'")).rowCount).toBe(0)
  expect(existsSync(join(machine.folder, 'files'))).toBe(false)
  await machine.close()
})

test('one that cannot be finished leaves nothing behind that looks like a backup', async () => {
  const into = join(folder, 'cut')
  await expect(backUp({ ...here(into), databaseUrl: desk.database.url.replace(/\/desk_\w+\?/, '/nowhere?') })).rejects.toThrow()
  expect(readdirSync(folder).filter((name) => name.startsWith('cut'))).toEqual([])
})
