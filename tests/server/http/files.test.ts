import { randomUUID } from 'node:crypto'
import type { Act } from '../../../shared/protocol.ts'
import type { Person } from '../../support/desk.ts'
import { aPicture, asksForFile, keyOf } from '../../support/files.ts'
import { aFileDesk } from './a-file-desk.ts'

const { desk, ada, rita, eve, chat, send, say, fetches, onDisk } = await aFileDesk()
afterAll(() => desk.close())

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
  expect(entries.findLast(({ kind }) => kind === 'said')).toMatchObject({ body: { text: 'Like this', files: [answer] } })
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
