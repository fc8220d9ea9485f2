import { aPicture, asksForFile } from '../../support/files.ts'
import { aFileDesk } from './a-file-desk.ts'

const { desk, rita, send, onDisk } = await aFileDesk()
afterAll(() => desk.close())

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
