import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createShelf } from '../../server/files/shelf.ts'
import { sweepEveryMs, sweepFiles } from '../../server/files/sweep.ts'
import { arrivingIn } from '../../server/http/arriving.ts'
import { forgetFiles, knownAmong } from '../../server/postgres/files.ts'
import { aFolder } from '../support/engines.ts'
import { aKernel, type Kernel } from '../support/kernel.ts'

let desk: Kernel
const folder = aFolder()
const shelf = createShelf(folder)
beforeAll(async () => {
  desk = await aKernel()
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

async function* bytes(...pieces: string[]) {
  for (const piece of pieces) yield Buffer.from(piece)
}

const long = new Date('2020-01-01')
const placeNow = () => (Math.floor(Date.now() / sweepEveryMs) % 256).toString(16).padStart(2, '0')

async function aFile(stored: string = randomUUID()) {
  const { receive, keep } = await shelf
  await keep(await receive(bytes('a', 'b'), 10), stored, Buffer.from('small'))
  return { stored, path: join(folder, stored.slice(0, 2), stored) }
}

const sweep = async () =>
  sweepFiles({
    shelf: await shelf,
    forget: (before) => forgetFiles(desk.pool, before),
    known: (stored) => knownAmong(desk.pool, stored),
    now: desk.now,
  })

async function aRow(conversation: string, person: string, stored: string, seq: number | null) {
  await desk.pool.query(
    `insert into files (id, stored, conversation_id, person_id, lane, name, type, size, sha256, created_at, seq)
     values ($1, $2, $3, $4, 'public', 'a.txt', 'text/plain', 2, '', $5, $6)`,
    [randomUUID(), stored, conversation, person, desk.now(), seq],
  )
}

test('what nobody sent goes after a day, what was said stays, and what was erased goes', async () => {
  const rita = await desk.requester('Rita')
  const chat = await desk.asks(rita, 'Help', 'message')
  const [unsent, said, erased] = [await aFile(), await aFile(), await aFile()]
  const { left } = await desk.does(rita, chat, { kind: 'say', text: 'It beeps' })
  const { left: gone } = await desk.does(rita, chat, { kind: 'say', text: 'A secret' })
  await aRow(chat, rita.id, unsent.stored, null)
  await aRow(chat, rita.id, said.stored, left[0]?.seq ?? 0)
  await aRow(chat, rita.id, erased.stored, gone[0]?.seq ?? 0)

  desk.passes(23 * 3600)
  await sweep()
  expect([unsent, said, erased].map(({ path }) => existsSync(path))).toEqual([true, true, true])

  await desk.pool.query('update entries set body = null where conversation_id = $1 and seq = $2', [chat, gone[0]?.seq])
  desk.passes(2 * 3600)
  await sweep()
  expect([unsent, said, erased].map(({ path }) => existsSync(path))).toEqual([false, true, false])
  expect(existsSync(`${unsent.path}.webp`)).toBe(false)
})

test('what a crash left on the disk goes too, in its turn', async () => {
  const stranger = await aFile(`${placeNow()}${randomUUID().slice(2)}`)
  const fresh = await aFile(`${placeNow()}${randomUUID().slice(2)}`)
  for (const path of [stranger.path, `${stranger.path}.webp`]) utimesSync(path, long, long)
  const half = join(folder, 'incoming', randomUUID())
  writeFileSync(half, 'half of')
  utimesSync(half, long, long)
  await sweep()
  expect([stranger.path, `${stranger.path}.webp`, half, fresh.path].map((path) => existsSync(path))).toEqual([false, false, false, true])
})

test('a file that is gone from the folder, as after an old back-up, is not there', async () => {
  const { stored, path } = await aFile()
  rmSync(path)
  expect(await (await shelf).open(stored, 'whole')).toBeNull()
})

test('a full disk takes no files, so that the database has room', async () => {
  const full = await createShelf(folder, async () => 100 * 1024 * 1024)
  await expect(full.receive(bytes('a'), 10)).rejects.toMatchObject({ code: 'no-room' })
})

test('more than may be sent is not kept while it comes', async () => {
  const { receive } = await shelf
  await expect(receive(bytes('12345', '67890', '1'), 10)).rejects.toMatchObject({ code: 'file-too-large' })
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
})

test('a folder that cannot be written stops the start with a sentence', async () => {
  const taken = join(folder, 'taken')
  mkdirSync(taken)
  writeFileSync(join(taken, 'incoming'), 'a file where a folder should be')
  await expect(createShelf(taken)).rejects.toThrow('Set DATA_DIR to a folder that can be written.')
})

test('a sender who is silent for too long is cut off', async () => {
  const silent = new Readable({ read: () => undefined })
  silent.push('a')
  const { receive } = await shelf
  await expect(receive(arrivingIn(silent, 100), 10)).rejects.toThrow('silent for too long')
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
})
