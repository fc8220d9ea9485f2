import { randomUUID } from 'node:crypto'
import { questions } from '../../../shared/protocol.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { deep, hostilePackets } from '../../support/hostile-packets.ts'
import { rawLineOf } from '../../support/raw-line.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let ada: Person
let rita: Person
let eve: Person
let chat: string

beforeAll(async () => {
  desk = await aDesk()
  ada = await desk.agent('Ada', { wish: 'available' })
  rita = await desk.requester('Rita')
  eve = await desk.requester('Eve')
  chat = await rita.asks('My screen is black')
  await ada.does(chat, { kind: 'take' })
  await ada.ask('conversation:open', { conversation: chat })
}, 60_000)

afterEach(async () => {
  const { left } = await rita.says(chat, 'Are you still there?')
  await eventually(() => hears(ada, left[0]?.seq ?? 0))
  expect(Object.keys(Object.prototype)).toEqual([])
})
afterAll(() => desk.close())

const hears = ({ heard }: Person, seq: number) =>
  heard.some(
    ({ name, news }) => name === 'entries:added' && (news as { entries: { seq: number }[] }).entries.some((entry) => entry.seq === seq),
  )

const id = JSON.stringify(randomUUID())
const shapes: [name: string, json: string][] = [
  ['null', 'null'],
  ['nothing', ''],
  ['a list', '[[]]'],
  ['a number', '1e308'],
  ['true', 'true'],
  ['words', '"conversation"'],
  ['an object of the database', '{"conversation":{"$ne":null}}'],
  ['a list of ids', `{"conversation":[${id},${id}]}`],
  ['SQL', `{"conversation":"' or 1=1; --"}`],
  ['a prototype', `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`],
  ['an id with a prototype', `{"conversation":${id},"__proto__":{"role":"administrator"}}`],
  ['something very deep', deep(5_000)],
  ['a placeholder for bytes', '{"_placeholder":true,"num":0}'],
]

test.each(shapes)('%s where a question should be gets a no, whatever the question', async (_name, json) => {
  // Somebody else each time, so that nothing is too fast.
  const line = rawLineOf(await desk.agent('Mallory', { wish: 'away' }))
  let number = 0
  for (const question of Object.keys(questions)) {
    const reply = JSON.parse(await line.asks(question, json || 'null', ++number))
    expect([question, reply]).toEqual([question, { ok: false, refusal: expect.stringMatching(/^(malformed|not-allowed)$/) }])
  }
})

test('an act in a wrong shape leaves nothing', async () => {
  const line = rawLineOf(await desk.again(ada))
  const before = await entries()
  const acts = ['null', '[]', '"say"', '{}', '{"kind":"say"}', '{"kind":"say","text":7}', '{"kind":"say","text":{"toString":"x"}}']
  const more = [
    '{"kind":"say","text":"x","by":"somebody"}',
    '{"kind":"tick"}',
    '{"kind":"lose","agent":"x","why":"gone"}',
    '{"kind":"__proto__"}',
  ]
  for (const [index, act] of [...acts, ...more].entries()) {
    const reply = await line.asks('conversation:act', `{"conversation":"${chat}","id":"${randomUUID()}","act":${act}}`, index)
    expect([act, reply]).toEqual([act, '{"ok":false,"refusal":"malformed"}'])
  }
  expect(await entries()).toBe(before)
})

const entries = async () => (await desk.pool.query('select count(*)::int as all from entries')).rows[0].all

test('a question without an answering function is heard all the same', async () => {
  const line = rawLineOf(await desk.again(ada))
  line.send(`42["conversation:act",{"conversation":"${chat}","id":"${randomUUID()}","act":{"kind":"say","text":"Nobody told me"}}]`)
  line.send('42["conversation:act"]')
  line.send('42["conversation:act",null,null,null]')
  line.send(`42["conversation:open","${chat}",{"call":"me"}]`)

  await eventually(async () => (await desk.pool.query(`select from entries where body->>'text' = 'Nobody told me'`)).rowCount === 1)
})

test('what is longer than a message may be is refused, and what is longer than a packet may be is cut', async () => {
  await refusedWith('too-large', rita.says(chat, 'x'.repeat(30_000)))
  const line = rawLineOf(await desk.again(rita))
  line.send(`42["conversation:act",{"conversation":"${chat}","act":{"kind":"say","text":"${'x'.repeat(1_000_000)}"}}]`)
  await line.closed
})

test('letters that no database keeps are mended', async () => {
  const line = rawLineOf(await desk.again(ada))
  const act = String.raw`{"kind":"say","text":"up\u0000side \ud800 down \udfff"}`
  const reply = JSON.parse(await line.asks('conversation:act', `{"conversation":"${chat}","id":"${randomUUID()}","act":${act}}`, 1))
  const { rows } = await desk.pool.query(
    `select body->>'text' as text from entries where conversation_id = $1 and lane = 'public' and seq = $2`,
    [chat, reply.value.left[0].seq],
  )

  expect(rows).toEqual([{ text: 'upside \ufffd down \ufffd' }])
})

test.each(
  hostilePackets.map(
    (packet) => [Buffer.isBuffer(packet) ? `${packet.length} bytes` : packet.slice(0, 60) || '(nothing)', packet] as const,
  ),
)('a packet of %s ends at most the line that it came on', async (_name, packet) => {
  const mallory = await desk.again(eve)
  const line = rawLineOf(mallory)
  line.send(packet)
  line.send(`42["conversation:type",{"conversation":"${chat}"}]`)
  await new Promise((resolve) => setImmediate(resolve))
  mallory.leaves()
  await refusedWith('not-found', ada.ask('conversation:open', { conversation: randomUUID() }))
})

test('thousands of questions in one breath are too fast, and nobody else waits for them', async () => {
  const hasty = await desk.requester('Hasty')
  const line = rawLineOf(hasty)
  for (let n = 0; n < 3_000; n++) line.send(`42${n}["conversation:type",{"conversation":"${chat}"}]`)
  for (let n = 0; n < 1_000; n++) line.send(`42["no such question",{}]`)
  const began = performance.now()
  await ada.says(chat, 'One moment, please')
  expect(performance.now() - began).toBeLessThan(5_000)

  await eventually(() => line.heard.filter((frame) => frame.includes('too-fast')).length > 2_800)
  expect(line.heard.filter((frame) => frame.includes('"ok":true')).length).toBeLessThan(200)
  // A moment later he is heard again.
  await eventually(() => hasty.ask('visit:look', {}).then(Boolean, () => false))
  hasty.leaves()
})

test('whoever goes on and on is cut, and nobody else notices', async () => {
  const mallory = await desk.requester('Mallory')
  const line = rawLineOf(mallory)
  const cut = new Promise<string>((resolve) => mallory.socket.once('disconnect', resolve))
  for (let n = 0; n < 6_000; n++) line.send(n % 2 ? `42${n}["conversation:type",{"conversation":"${chat}"}]` : '42["no such question",{}]')
  await ada.says(chat, 'Still here')

  expect(await cut).toMatch(/transport/)
  expect(await ada.ask('desk:look', {})).toMatchObject({ me: { id: ada.id } })
  mallory.leaves()
})
