import { request } from 'node:http'
import { io } from 'socket.io-client'
import type { Credentials } from '../../../shared/protocol.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'

let desk: TestDesk
let ada: Person
let rita: Person

beforeAll(async () => {
  desk = await aDesk()
  ada = await desk.agent('Ada')
  rita = await desk.requester('Rita')
}, 60_000)
afterAll(() => desk.close())

const foreign = ['https://evil.example.com', 'null', 'http://127.0.0.1', 'http://127.0.0.1:1', 'file://', 'not a page', '']

test.each(foreign)('a page at "%s" opens no line with the cookie of an agent who looks at it', async (origin) => {
  expect(await opens('websocket', { as: 'agent' }, { cookie: ada.cookie ?? '', origin })).toBe('refused')
  expect(await statusOf({ cookie: ada.cookie ?? '', origin })).toBe(403)
  // Nor with a visit that it got hold of: our own pages have our own origin.
  expect(await opens('websocket', rita.credentials, { origin })).toBe('refused')
})

test('our own page opens one, by both ways', async () => {
  const headers = { cookie: ada.cookie ?? '', origin: desk.url }

  expect(await opens('websocket', { as: 'agent' }, headers)).toBe('in')
  expect(await opens('polling', { as: 'agent' }, headers)).toBe('in')
})

test('a cookie without a word about where it comes from opens nothing', async () => {
  expect(await statusOf({ cookie: ada.cookie ?? '' })).toBe(403)
  expect(await statusOf({ cookie: ada.cookie ?? '', 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await statusOf({ cookie: ada.cookie ?? '', referer: 'https://evil.example.com/' })).toBe(403)
  expect(await statusOf({ cookie: ada.cookie ?? '', 'sec-fetch-site': 'same-origin' })).toBe(200)
  expect(await opens('websocket', { as: 'agent' }, { cookie: ada.cookie ?? '' })).toBe('refused')
})

const strangers: [who: string, shows: unknown][] = [
  ['nobody', {}],
  ['someone with a made-up visit', { as: 'requester', visit: 'x'.repeat(43) }],
  ['someone with an object for a visit', { as: 'requester', visit: { $ne: null } }],
  ['someone with a list of visits', { as: 'requester', visit: ['x'] }],
  ['someone without a cookie who says that he is an agent', { as: 'agent' }],
  ['someone who says that he is an administrator', { as: 'administrator' }],
  ['a prototype', JSON.parse('{"__proto__":{"as":"agent"}}')],
]

test.each(strangers)('%s stays outside, and is told no more than that', async (_who, shows) => {
  expect(await opens('websocket', shows as Credentials, {})).toBe('signed-out')
})

test('a visit does not open the door of agents, nor a session that of a requester', async () => {
  const visit = rita.credentials.as === 'requester' ? rita.credentials.visit : ''
  const session = ada.cookie?.split('=')[1] ?? ''

  expect(await opens('websocket', { as: 'agent' }, { cookie: `firstline_session=${visit}`, origin: desk.url })).toBe('signed-out')
  expect(await opens('websocket', { as: 'requester', visit: session }, {})).toBe('signed-out')
})

test('a requester who opens forty lines at once has twelve', async () => {
  const sockets = Array.from({ length: 40 }, () => io(desk.url, { auth: rita.credentials, transports: ['websocket'], forceNew: true }))
  const answers = await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<string>((resolve) => {
          socket.once('connect', () => resolve('in'))
          socket.once('connect_error', ({ message }) => resolve(message))
        }),
    ),
  )

  // One is the line that Rita has already.
  expect(answers.filter((answer) => answer === 'in')).toHaveLength(11)
  expect(answers.filter((answer) => answer === 'too-fast')).toHaveLength(29)
  for (const socket of sockets) socket.disconnect()
  await eventually(async () => (await opens('websocket', rita.credentials, {})) === 'in')
})

test('a line that never says who it is, is cut', async () => {
  const socket = io(desk.url, { transports: ['websocket'], forceNew: true, autoConnect: false })
  const cut = new Promise((resolve) => socket.io.on('close', resolve))
  // Opens the line underneath, and never joins.
  socket.io.reconnection(false)
  socket.io.open()
  await cut
  socket.disconnect()
}, 30_000)

/** Whether a line opens: `in`, the code it was told, or `refused` before anything could be said. */
function opens(way: 'websocket' | 'polling', auth: Credentials, extraHeaders: Record<string, string>): Promise<string> {
  const socket = io(desk.url, { auth, transports: [way], forceNew: true, reconnection: false, extraHeaders })
  return new Promise<string>((resolve) => {
    socket.once('connect', () => resolve('in'))
    socket.once('connect_error', ({ message }) => resolve(/^[a-z-]+$/.test(message) ? message : 'refused'))
  }).finally(() => socket.disconnect())
}

/** What a polling handshake with exactly these headers is answered. */
function statusOf(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${desk.url}/socket.io/?EIO=4&transport=polling`, { headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.on('error', reject).end()
  })
}
