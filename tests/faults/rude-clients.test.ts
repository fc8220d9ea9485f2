import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { asks, does, isThere } from '../support/a-chat.ts'
import { aHistory } from '../support/history.ts'
import { hostilePackets } from '../support/hostile-packets.ts'
import { aHouse, type House } from '../support/house.ts'
import { type LineTo, lineTo } from '../support/line-to.ts'
import { memoryOf } from '../support/memory.ts'
import { rawLineOf } from '../support/raw-line.ts'
import { range } from '../support/talk.ts'
import { aTalker } from '../support/talker.ts'
import { until } from '../support/until.ts'

let house: House
let desk: Awaited<ReturnType<House['desk']>>
let pid: number

beforeAll(async () => {
  house = await aHouse()
  desk = await house.desk({ FIRSTLINE_ENGINES: 'embedded' })
  pid = desk.pid()
}, 60_000)
afterAll(() => house.close(), 60_000)

test('whatever is said on a line, the process goes on, and finds nothing wrong with itself', async () => {
  const ada = await isThere(desk.url, await house.agent('Ada'))
  for (const packet of hostilePackets) {
    const mallory = lineTo(desk.url, await house.requester('Mallory'))
    await mallory.stands()
    const line = rawLineOf(mallory)
    line.send(packet)
    line.send(packet)
    mallory.close()
  }
  for (const words of [
    '',
    'GET',
    'GET / HTTP/1.1\r\n',
    `GET /${'x'.repeat(40_000)} HTTP/1.1\r\n\r\n`,
    '\0\u0001\u0002',
    upgrade('42["x"]'),
    'x'.repeat(100_000),
  ]) {
    const line = connect(desk.port, '127.0.0.1')
    line.on('error', () => undefined)
    line.end(words)
    line.resume()
    await new Promise<void>((resolve) => line.on('close', () => resolve()))
  }

  expect(await ada.ask('desk:look', {})).toMatchObject({ me: { id: ada.who.id } })
  expect([desk.pid(), desk.isRunning()]).toEqual([pid, true])
  expect(desk.logs()).not.toMatch(/a bug|nobody waited/)
  ada.close()
}, 90_000)

const upgrade = (rest: string) =>
  `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n${rest}`

test('somebody who stops reading is cut before he costs memory, and finds everything when he reads again', async () => {
  const rita = lineTo(desk.url, await house.requester('Rita'))
  const ada = await isThere(desk.url, await house.agent('Ada'))
  const conversation = await asks(rita, house.team)
  await does(ada, conversation, { kind: 'take' })
  const talker = aTalker(rita, conversation, aHistory())
  await until('she is in the conversation', () => talker.list().length >= 3)
  const crowd = await Promise.all(range(10).map(async (n) => lineTo(desk.url, await house.agent(`Zoe ${n}`, { role: 'supervisor' }))))
  await Promise.all(crowd.map((line) => does(line, conversation, { kind: 'join' })))
  const before = memoryOf(pid)

  const goOn = stopsReading(rita)
  let isOver = false
  const flooding = crowd.map((line) => floods(line, conversation, () => isOver))
  await until('she is cut', async () => !(await isPresent(rita.who.id)), 60)
  isOver = true
  const said = (await Promise.all(flooding)).reduce((all, count) => all + count, 0)
  const grown = memoryOf(pid) - before
  goOn()
  await until('she sees what was said', () => talker.list().at(-1)?.seq === 3 + crowd.length + said)

  expect(said).toBeGreaterThan(500)
  expect(grown).toBeLessThan(400)
  for (const line of [rita, ada, ...crowd]) line.close()
}, 120_000)

/** Leaves everything unread that comes, and says again and again that all is well. Returns how it reads again. */
function stopsReading({ socket }: LineTo): () => void {
  const engine = socket.io.engine as unknown as { transport: { ws: Wire }; _pingTimeoutTimer: NodeJS.Timeout }
  const { ws } = engine.transport
  // Nor does it miss the server's own signs of life.
  clearTimeout(engine._pingTimeoutTimer)
  ws._socket.pause()
  const lies = setInterval(() => ws.readyState === 1 && ws.send('3'), 1_000)
  return () => {
    clearInterval(lies)
    ws._socket.resume()
  }
}

/** What of the `ws` package's WebSocket is needed to be rude. */
interface Wire {
  _socket: Socket
  send(frame: string): void
  readyState: number
}

/** Says long things as fast as he is heard, and returns how many. */
async function floods(line: LineTo, conversation: string, isOver: () => boolean): Promise<number> {
  let said = 0
  while (!isOver()) {
    await does(line, conversation, { kind: 'say', text: '€'.repeat(4_000) })
    said++
  }
  return said
}

async function isPresent(person: string): Promise<boolean> {
  const { rowCount } = await house.pool.query('select from presences where person_id = $1', [person])
  return rowCount === 1
}
