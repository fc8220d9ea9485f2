import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { aDesk, type Person } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { keyOf, sendsFile } from '../../support/files.ts'
import { aFileDesk } from './a-file-desk.ts'

const { desk, rita, chat, send, onDisk } = await aFileDesk()
afterAll(() => desk.close())

/** Begins to send, and does what the test says in the middle of it. */
async function begins(length: number) {
  const { port, hostname } = new URL(desk.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  const key = keyOf(rita).authorization
  socket.write(
    `PUT /api/conversations/${chat}/files/${randomUUID()} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: ${key}\r\ncontent-type: application/octet-stream\r\nfile-name: a.txt\r\ncontent-length: ${length}\r\n\r\n`,
  )
  socket.write('a'.repeat(1_000))
  return socket
}

test('a file that is cut off in the middle leaves nothing', async () => {
  const before = onDisk()
  const socket = await begins(500_000)
  await eventually(async () => onDisk() > before)
  socket.destroy()
  await eventually(async () => onDisk() === before)
})

test('a fourth file at the same time waits for its turn', async () => {
  const sockets = [await begins(500_000), await begins(500_000), await begins(500_000)]
  await eventually(async () => readdirSync(join(desk.folder, 'files/incoming')).length === 3)
  expect((await send(rita, 'x', { name: 'a.txt' })).answer).toEqual({ refusal: 'too-fast' })
  for (const socket of sockets) socket.destroy()
  await eventually(async () => readdirSync(join(desk.folder, 'files/incoming')).length === 0)
  expect((await send(rita, 'x', { name: 'a.txt' })).status).toBe(201)
})

test('whoever has sent twenty of the largest files within an hour waits', async () => {
  const greta = await desk.requester('Greta')
  const hers = await greta.asks('A lot to show', null, 'message')
  await desk.pool.query(
    `insert into files (id, stored, conversation_id, person_id, lane, name, type, size, sha256, created_at)
     select gen_random_uuid(), gen_random_uuid(), $1, $2, 'public', 'a.txt', 'text/plain', 1000000, '', now() from generate_series(1, 20)`,
    [hers, greta.id],
  )
  const refused = await send(greta, 'x', { name: 'a.txt' }, hers)
  expect([refused.status, refused.answer]).toEqual([429, { refusal: 'too-many-files' }])
})

test('whom no page vouches for may send so much in a day, and so may all who come from one address; others may send more', async () => {
  const other = await aDesk({ environment: { UNVERIFIED_MB_A_DAY: '1' } })
  const sends = async (who: Person, kilobytes: number) => {
    const hers = await who.asks('A lot to show', null, 'message')
    const { status, answer } = await sendsFile(other.url, who, hers, 'x'.repeat(kilobytes * 1_000), { name: 'a.txt' })
    return status === 201 ? 'taken' : answer.refusal
  }
  const eve = await other.requester('Eve')
  expect([await sends(eve, 900), await sends(eve, 200), await sends(eve, 100)]).toEqual(['taken', 'too-much-today', 'taken'])
  expect(readdirSync(join(other.folder, 'files/incoming'))).toEqual([])

  for (let visit = 0; visit < 9; visit++) expect(await sends(await other.requester(`Eve ${visit}`), 950)).toBe('taken')
  const again = await other.requester('Eve again')
  expect(await sends(again, 600)).toBe('too-much-today')
  // What was refused counts for nobody: there is room for as much as there was.
  expect([await sends(again, 445), await sends(await other.requester('Eve still'), 10)]).toEqual(['taken', 'too-much-today'])

  await other.redis.flush()
  const small = await other.requester('Eve with little')
  await other.pool.query(
    `insert into files (id, stored, conversation_id, person_id, lane, name, type, size, sha256, created_at)
     select gen_random_uuid(), gen_random_uuid(), any_chat.id, $1, 'public', 'a.txt', 'text/plain', 1, '', now()
     from generate_series(1, 250), (select id from conversations limit 1) as any_chat`,
    [small.id],
  )
  expect(await sends(small, 1)).toBe('too-much-today')

  const vera = await other.requester('Vera')
  await other.pool.query('update requesters set verified = true where id = $1', [vera.id])
  expect([await sends(vera, 900), await sends(vera, 900)]).toEqual(['taken', 'taken'])
  await other.close()
})

test('files that are refused use up nothing of what all at one address may send', async () => {
  const other = await aDesk({ environment: { UNVERIFIED_MB_A_DAY: '1' } })
  const sends = async (who: Person, content: Buffer | string, name: string) => {
    const { status, answer } = await sendsFile(other.url, who, await who.asks('Look', null, 'message'), content, { name })
    return status === 201 ? 'taken' : answer.refusal
  }
  const eve = await other.requester('Eve')
  const program = Buffer.from(`MZ${' '.repeat(900_000)}`)
  for (let time = 0; time < 12; time++) expect(await sends(eve, program, 'tool.exe')).toBe('file-type')
  expect(await sends(await other.requester('Rita'), 'x'.repeat(900_000), 'a.txt')).toBe('taken')
  await other.close()
})

test('a process that leaves waits for nobody who sends slowly', async () => {
  const other = await aDesk({ environment: { MAX_FILE_MB: '1' } })
  const nora = await other.requester('Nora')
  const hers = await nora.asks('Slow line', null, 'message')
  const { port, hostname } = new URL(other.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write(
    `PUT /api/conversations/${hers}/files/${randomUUID()} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: ${keyOf(nora).authorization}\r\ncontent-type: application/octet-stream\r\nfile-name: a.txt\r\ncontent-length: 9000\r\n\r\nabc`,
  )
  await eventually(async () => readdirSync(join(other.folder, 'files/incoming')).length === 1)
  const begun = performance.now()
  await other.close()
  expect(performance.now() - begun).toBeLessThan(12_000)
})

test('a process that leaves waits neither for those who are answered meanwhile nor for those who never asked anything', async () => {
  const other = await aDesk()
  const { port, hostname } = new URL(other.url)
  const nora = await other.requester('Nora')
  const hers = await nora.asks('Slow line', null, 'message')
  const content = Buffer.alloc(8_000_000, 'a')
  const { id } = await sendsFile(other.url, nora, hers, content, { name: 'a.txt' })
  await nora.does(hers, { kind: 'say', text: 'Look', files: [id] })
  const quiet = connect(Number(port), hostname).resume()
  const reader = connect(Number(port), hostname)
  const hungUp = Promise.all([quiet, reader].map((socket) => once(socket, 'close')))
  reader.write(
    `GET /api/files/${id} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nsec-fetch-site: same-origin\r\nauthorization: ${keyOf(nora).authorization}\r\n\r\n`,
  )
  await once(reader, 'readable')
  const begun = performance.now()
  const closing = other.close()
  // As a browser does: it has read all of it before the process would cut it short, and keeps the connection for the next file.
  setTimeout(() => reader.resume(), 500)
  await Promise.all([closing, hungUp])
  expect(performance.now() - begun).toBeLessThan(12_000)
})
