import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Act } from '../../../shared/protocol.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { aPicture, asksForFile, keyOf, sendsFile } from '../../support/files.ts'

let desk: TestDesk
let ada: Person
let rita: Person
let eve: Person
let chat: string

beforeAll(async () => {
  desk = await aDesk({ environment: { MAX_FILE_MB: '1' } })
  ada = await desk.agent('Ada')
  rita = await desk.requester('Rita')
  eve = await desk.requester('Eve')
  chat = await rita.asks('My screen is black')
  await ada.does(chat, { kind: 'take' })
})
afterAll(() => desk.close())

const send = (who: Person, content: Buffer | string, how: Parameters<typeof sendsFile>[4] = {}, to = chat) =>
  sendsFile(desk.url, who, to, content, how)
const say = (who: Person, files: string[], text = '') => who.does(chat, { kind: 'say', text, files })
const fetches = async (who: Person, id: string, what = '') => (await asksForFile(desk.url, who, id, what)).status

/** Everything in the folder, whatever it is called. */
const onDisk = () => readdirSync(join(desk.folder, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length

test('Rita sends a picture: Ada gets it to the byte, with a small one of it, and can save it', async () => {
  const picture = await aPicture(1600, 900)
  const { status, id, answer } = await send(rita, picture, { name: 'Bild schirm.png' })
  expect([status, answer]).toEqual([
    201,
    { id, name: 'Bild schirm.png', type: 'image/png', size: picture.length, width: 1600, height: 900 },
  ])
  expect(await fetches(ada, id)).toBe(404)

  await say(rita, [id], 'Like this')
  const { entries } = await ada.ask('conversation:open', { conversation: chat })
  expect(entries.at(-1)).toMatchObject({ kind: 'said', body: { text: 'Like this', files: [answer] } })
  const whole = await asksForFile(desk.url, ada, id)
  expect(Buffer.from(await whole.arrayBuffer()).equals(picture)).toBe(true)
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `attachment; filename="Bild schirm.png"; filename*=UTF-8''Bild%20schirm.png`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  })
  const small = await asksForFile(desk.url, ada, id, '/thumbnail')
  const bytes = Buffer.from(await small.arrayBuffer())
  expect([small.headers.get('content-type'), bytes.subarray(8, 12).toString()]).toEqual(['image/webp', 'WEBP'])
  expect(bytes.length).toBeLessThan(20_000)
})

test('a file sent twice under one id is there once, and goes out with one message only', async () => {
  const before = onDisk()
  const picture = await aPicture()
  const { id, answer } = await send(rita, picture)
  expect((await send(rita, picture, { id })).answer).toEqual(answer)
  expect(onDisk()).toBe(before + 2)

  await say(rita, [id])
  await expect(say(rita, [id])).rejects.toMatchObject({ code: 'no-such-file' })
  await expect(say(rita, [id, id])).rejects.toMatchObject({ code: 'malformed' })
})

test('the same message twice carries its file once', async () => {
  const { id } = await send(rita, 'one line', { name: 'a.log' })
  const act: Act = { kind: 'say', text: 'The log', files: [id] }
  const actId = randomUUID()
  const [first, again] = [await rita.does(chat, act, actId), await rita.does(chat, act, actId)]
  expect(again).toEqual(first)
})

test('two messages with one file, in the same moment: one carries it', async () => {
  const { id } = await send(rita, 'one line', { name: 'a.log' })
  const results = await Promise.allSettled([say(rita, [id], 'one'), say(rita, [id], 'two'), say(rita, [id], 'three')])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
})

test('a message must say something or carry something', async () => {
  await expect(rita.does(chat, { kind: 'say', text: ' ' })).rejects.toMatchObject({ code: 'malformed' })
  await expect(rita.does(chat, { kind: 'say', text: '', files: [] })).rejects.toMatchObject({ code: 'malformed' })
  const eleven = Array.from({ length: 11 }, () => randomUUID())
  await expect(rita.does(chat, { kind: 'say', text: '', files: eleven })).rejects.toMatchObject({ code: 'too-large' })
})

test('Eve neither sends into nor fetches from a conversation that is not hers, and learns nothing of it', async () => {
  const { id } = await send(rita, await aPicture())
  await say(rita, [id])
  const foreign = await send(eve, await aPicture())
  const absent = await send(eve, await aPicture(), {}, randomUUID())
  expect([foreign.status, foreign.answer]).toEqual([absent.status, absent.answer])
  expect(foreign.status).toBe(404)
  expect([await fetches(eve, id), await fetches(eve, id, '/thumbnail'), await fetches(eve, randomUUID())]).toEqual([404, 404, 404])
})

test('nobody sends a file of somebody else, of another conversation or another lane', async () => {
  const { id: adas } = await send(ada, 'x', { name: 'a.txt' })
  await expect(say(rita, [adas])).rejects.toMatchObject({ code: 'no-such-file' })
  const { id: forNote } = await send(ada, 'x', { name: 'a.txt', lane: 'internal' })
  await expect(say(ada, [forNote])).rejects.toMatchObject({ code: 'no-such-file' })
  const evesOwn = await eve.asks('Mine', null, 'message')
  const { id: eves } = await send(eve, 'x', { name: 'a.txt' }, evesOwn)
  await expect(say(rita, [eves])).rejects.toMatchObject({ code: 'no-such-file' })
  const { id: ritas } = await send(rita, 'x', { name: 'a.txt' })
  expect((await send(eve, 'x', { name: 'a.txt', id: ritas }, evesOwn)).status).toBe(404)
  await expect(eve.does(evesOwn, { kind: 'say', text: '', files: [ritas] })).rejects.toMatchObject({ code: 'no-such-file' })
})

test('the file of a note is for agents alone: a requester who knows its id finds nothing', async () => {
  const { id } = await send(ada, await aPicture(), { lane: 'internal' })
  await ada.does(chat, { kind: 'note', text: '', files: [id] })
  const colleague = await desk.agent('Ben')
  expect(await fetches(colleague, id)).toBe(200)
  expect([await fetches(rita, id), await fetches(rita, id, '/thumbnail')]).toEqual([404, 404])
  expect((await send(rita, 'x', { name: 'a.txt', lane: 'internal' })).status).toBe(404)
  expect(JSON.stringify(rita.heard)).not.toContain(id)
})

test('agents of other teams and agents who may not speak send and get nothing', async () => {
  const other = randomUUID()
  await desk.pool.query('insert into teams (id, name) values ($1, $2)', [other, 'Payroll'])
  const cleo = await desk.agent('Cleo', { teams: [other] })
  const ben = await desk.agent('Ben')
  const { id } = await send(rita, 'x', { name: 'a.txt' })
  await say(rita, [id])
  expect([await fetches(cleo, id), (await send(cleo, 'x', { name: 'a.txt' })).status]).toEqual([404, 404])
  expect((await send(ben, 'x', { name: 'a.txt' })).answer).toEqual({ refusal: 'not-owner' })
})

test('nobody gets in without a key, with an old one, or from a page of others', async () => {
  const { id } = await send(rita, 'x', { name: 'a.txt' })
  await say(rita, [id])
  const nobody = await fetch(`${desk.url}/api/files/${id}`)
  const link = await fetch(`${desk.url}/api/files/${id}`, { headers: { ...keyOf(ada), 'sec-fetch-site': 'cross-site' } })
  expect([nobody.status, link.status]).toEqual([401, 403])
  expect((await send(ada, 'x', { headers: { origin: 'https://evil.example' } })).status).toBe(403)
  expect((await send(ada, 'x', { headers: { cookie: 'firstline_session=x' } })).status).toBe(401)
})

test.each([
  ['one byte too much', Buffer.alloc(1_000_001, 'a'), 'long.txt', 413, 'file-too-large'],
  ['nothing', '', 'empty.txt', 422, 'file-empty'],
  ['a page as a picture', '<!doctype html><script>alert(1)</script>', 'picture.png', 415, 'file-type'],
  ['a page', '<html></html>', 'page.html', 415, 'file-type'],
  ['a drawing with a script in it', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 'drawing.svg', 415, 'file-type'],
  ['a program as a document', Buffer.from(`MZ${'\0'.repeat(200)}PE\0\0`), 'invoice.pdf', 415, 'file-type'],
  ['a program of another system', Buffer.from('\x7fELF\x02\x01\x01'.padEnd(64, '\0')), 'tool.txt', 415, 'file-type'],
  ['a script', 'del /s /q c:\\', 'help.bat', 415, 'file-type'],
  ['a document with a script behind its name', 'x', 'letter.txt.vbs', 415, 'file-type'],
  ['bytes that are no text', Buffer.from([1, 2, 3, 0xff, 0xfe]), 'notes.txt', 415, 'file-type'],
  ['text that was cut inside a letter', Buffer.from('Grü').subarray(0, 3), 'notes.txt', 415, 'file-type'],
  ['an archive as a text', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'), 'notes.txt', 415, 'file-type'],
])('who sends %s is refused, and nothing of it stays', async (_, content, name, status, refusal) => {
  const before = onDisk()
  const sent = await send(rita, content, { name })
  expect([sent.status, sent.answer]).toEqual([status, { refusal }])
  expect(onDisk()).toBe(before)
})

test('the largest file that may be sent is taken', async () => {
  expect((await send(rita, Buffer.alloc(1_000_000, 'a'), { name: 'long.txt' })).status).toBe(201)
})

test('a picture of 60 megapixels is refused from its head, and one of 49 is taken', async () => {
  const begun = performance.now()
  const bomb = await send(rita, await aPicture(10_000, 6_000))
  expect([bomb.status, bomb.answer]).toEqual([422, { refusal: 'picture-too-large' }])
  expect((await send(rita, await aPicture(7_000, 7_000))).answer).toMatchObject({ width: 7_000, height: 7_000 })
  expect(performance.now() - begun).toBeLessThan(20_000)
})

test.each([
  ['UTF-8', Buffer.from('Grüße 😀\tok\r\n'), 'log.txt'],
  ['UTF-16, as Windows writes it', Buffer.from('\ufeffGrüße', 'utf16le'), 'export.csv'],
  ['a log with colours', '\x1b[31merror\x1b[0m', 'build.log'],
  ['XML as a log', '<?xml version="1.0"?><event/>', 'events.log'],
])('text in %s is taken', async (_, content, name) => {
  expect((await send(rita, content, { name })).answer).toMatchObject({ name, type: 'text/plain' })
})

test('a picture that cannot be decoded is sent as a file like others, without a size', async () => {
  const { answer } = await send(rita, (await aPicture()).subarray(0, 60))
  expect(answer).not.toHaveProperty('width')
})

test.each([
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\Users\\rita\\bild.txt', 'bild.txt'],
  ['a\r\nset-cookie: x=1.txt', 'aset-cookie_ x=1.txt'],
  ['\u202Etxt.exe.txt', 'txt.exe.txt'],
  ['"; filename=evil.exe; x=".txt', '_; filename=evil.exe; x=_.txt'],
  ['', 'file.txt'],
  ['..', 'file.txt'],
  ['.txt', 'txt.txt'],
  [`${'ä'.repeat(300)}.log`, `${'ä'.repeat(116)}.log`],
  ['Ünïcödé 😀 日本.txt', 'Ünïcödé 😀 日本.txt'],
])('a file called %j is called %j', async (name, kept) => {
  const { id, answer } = await send(rita, 'x', { name })
  expect(answer).toMatchObject({ name: kept })
  const given = await asksForFile(desk.url, rita, id)
  expect(given.headers.get('set-cookie')).toBeNull()
  const [, encoded = ''] =
    /^attachment; filename="[^"\\]+"; filename\*=UTF-8''([\w%.!~-]+)$/.exec(given.headers.get('content-disposition') ?? '') ?? []
  expect(decodeURIComponent(encoded)).toBe(kept)
})

test('a picture gets the ending of what it is', async () => {
  const { answer } = await send(rita, await aPicture(10, 10, 'webp'), { name: 'holiday.JPG' })
  expect(answer).toMatchObject({ name: 'holiday.webp', type: 'image/webp' })
})

test('a name that cannot be decoded is refused', async () => {
  expect((await send(rita, 'x', { headers: { 'file-name': '%E0%A4%A' } })).answer).toEqual({ refusal: 'malformed' })
})

test('a form, which foreign pages may send unasked, is no file', async () => {
  expect((await send(rita, 'x', { headers: { 'content-type': 'text/plain' } })).status).toBe(415)
})

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

test('what was not sent can be taken back by its owner alone; what was said stays', async () => {
  const back = (who: Person, id: string) =>
    fetch(`${desk.url}/api/files/${id}`, { method: 'DELETE', headers: { origin: desk.url, ...keyOf(who) } })
  const { id } = await send(rita, 'x', { name: 'a.txt' })
  await back(eve, id)
  expect(await fetches(rita, id)).toBe(200)
  await back(rita, id)
  expect(await fetches(rita, id)).toBe(404)
  const { id: said } = await send(rita, 'x', { name: 'a.txt' })
  await say(rita, [said])
  await back(rita, said)
  expect(await fetches(ada, said)).toBe(200)
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
  expect([await sends(again, 600), await sends(await other.requester('Eve still'), 1)]).toEqual(['too-much-today', 'too-much-today'])

  const vera = await other.requester('Vera')
  await other.pool.query('update requesters set verified = true where id = $1', [vera.id])
  expect([await sends(vera, 900), await sends(vera, 900)]).toEqual(['taken', 'taken'])
  await other.close()
})

test('erased words take their files along', async () => {
  const { id } = await send(rita, 'secret', { name: 'secret.txt' })
  const { left } = await say(rita, [id], 'secret')
  await desk.pool.query("update entries set body = null, salt = null where conversation_id = $1 and lane = 'public' and seq = $2", [
    chat,
    left[0]?.seq,
  ])
  expect([await fetches(ada, id), await fetches(rita, id)]).toEqual([404, 404])
})

test('a transcript names the files', async () => {
  const { id } = await send(rita, 'x', { name: 'system.log' })
  await say(rita, [id], 'Here is the log')
  const { entries } = await rita.ask('visit:transcript', { conversation: chat })
  expect(JSON.stringify(entries.at(-1))).toContain('system.log')
})

test('pages are told what may be sent', async () => {
  expect(await (await fetch(`${desk.url}/api/files`)).json()).toEqual({ mostBytes: 1_000_000, mostFiles: 10 })
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
