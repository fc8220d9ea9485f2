import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { Server } from 'socket.io'
import { type Connection, connect } from '../../../shared/client/connection.ts'
import { NotReached } from '../../../shared/client/not-reached.ts'
import { until } from './a-line.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A server that is started, stopped and started again at one port. */
async function aServer(door: (visit: unknown) => string | null = () => null, beatMs = 200) {
  let port = 0
  let io: Server | null = null
  let http: HttpServer | null = null
  const heard: unknown[] = []

  async function start() {
    http = createServer()
    io = new Server(http, { pingInterval: beatMs, pingTimeout: beatMs })
    io.use(({ handshake }, next) => {
      const refusal = door(handshake.auth.visit)
      next(refusal ? new Error(refusal) : undefined)
    })
    io.on('connection', (socket) => {
      socket.on('visit:look', (asked: unknown, answer: (reply: unknown) => void) => {
        heard.push(asked)
        answer({ ok: true, value: { me: { name: 'Rita' } } })
      })
      socket.on('visit:transcript', (_asked: unknown, answer: (reply: unknown) => void) => answer({ ok: false, refusal: 'not-found' }))
      socket.on('conversation:close', () => socket.disconnect(true))
      socket.on('desk:ping', () => void heard.push(`ping of ${socket.handshake.auth.visit}`))
    })
    const listening = http
    await new Promise<void>((ready) => listening.listen(port, '127.0.0.1', ready))
    const address: AddressInfo | string | null = listening.address()
    if (address && typeof address === 'object') port = address.port
  }
  const stop = async () => void (await io?.close())
  await start()
  closing.push(stop)
  return { start, stop, heard, url: `http://127.0.0.1:${port}`, all: () => io?.sockets }
}

function rita(url: string, visit = 'token', pulse?: () => boolean): Connection {
  const connection = connect(url, { as: 'requester', visit }, { ...(pulse && { pulse }) })
  closing.push(() => connection.close())
  return connection
}

const isOnline = ({ state }: Connection) => state.value.kind === 'online'

test('an answer comes back, a refusal is thrown as one', async () => {
  const { url } = await aServer()
  const connection = rita(url)
  await until(() => isOnline(connection))
  await expect(connection.ask('visit:look', {})).resolves.toEqual({ me: { name: 'Rita' } })
  await expect(connection.ask('visit:transcript', { conversation: 'x' })).rejects.toMatchObject({ code: 'not-found' })
})

test('what is asked without a line is not said later behind the asker’s back', async () => {
  const { url, heard } = await aServer()
  const connection = rita(url)
  await expect(connection.ask('visit:look', {})).rejects.toBeInstanceOf(NotReached)
  await until(() => isOnline(connection))
  expect(heard).toEqual([])
})

test('a cut while an answer is due is told at once', async () => {
  const { url } = await aServer()
  const connection = rita(url)
  await until(() => isOnline(connection))
  await expect(connection.ask('conversation:close', { conversation: 'x' })).rejects.toBeInstanceOf(NotReached)
})

test('the line comes back by itself, and whoever listens is told each time', async () => {
  const server = await aServer()
  const connection = rita(server.url)
  let times = 0
  connection.onBack(() => times++)
  await until(() => times === 1)
  await server.stop()
  await until(() => connection.state.value.kind === 'offline')
  expect(connection.state.value).toMatchObject({ since: expect.any(Number), nextTryAt: expect.any(Number) })
  await server.start()
  await until(() => times === 2)
  expect(connection.state.value).toEqual({ kind: 'online' })
  const late = new Promise<void>((told) => connection.onBack(told))
  await late
})

test('a visit that is over is not knocked for again; a busy door is', async () => {
  let knocks = 0
  const { url } = await aServer((visit) => {
    knocks++
    if (visit === 'over') return 'signed-out'
    return knocks < 3 ? 'too-fast' : null
  })
  const over = rita(url, 'over')
  await until(() => over.state.value.kind === 'refused')
  expect(over.state.value).toEqual({ kind: 'refused', code: 'signed-out' })
  knocks = 0
  const patient = rita(url)
  await until(() => isOnline(patient))
  expect(knocks).toBe(3)
})

test('announcements are heard until one stops listening, also after a return', async () => {
  const { url, all } = await aServer()
  const connection = rita(url)
  await until(() => isOnline(connection))
  const heard: number[] = []
  const stop = connection.on('numbers:repeated', (news) => heard.push(news.public))
  const say = (n: number) => all()?.emit('numbers:repeated', { conversation: 'x', public: n })
  say(1)
  await until(() => heard.length === 1)
  all()?.disconnectSockets(true)
  await until(() => connection.state.value.kind === 'offline')
  await until(() => isOnline(connection))
  say(2)
  await until(() => heard.length === 2)
  stop()
  say(3)
  await connection.ask('visit:look', {})
  expect(heard).toEqual([1, 2])
})

test('a server that leaves is left, without being offline in between', async () => {
  const { url, all } = await aServer()
  const connection = rita(url)
  let times = 0
  connection.onBack(() => times++)
  await until(() => times === 1)
  const kinds: string[] = []
  closing.push(connection.state.subscribe(({ kind }) => kinds.push(kind)))
  all()?.emit('server:leaving', { afterMs: 10 })
  await until(() => times === 2)
  expect(kinds).toEqual(['online', 'connecting', 'online'])
})

test('one whose access ends stays out', async () => {
  const { url, all } = await aServer()
  const connection = rita(url)
  await until(() => isOnline(connection))
  all()?.emit('access:ended', { why: 'reset' })
  all()?.disconnectSockets(true)
  await until(() => connection.state.value.kind === 'refused')
  expect(connection.state.value).toEqual({ kind: 'refused', code: 'signed-out' })
})

test('while it matters, a line on which nobody answers any more is given up within seconds; else nobody is asked', async () => {
  // Whoever merely reads must not lose his line because the machine is busy for a moment.
  const { url, heard } = await aServer(undefined, 20_000)
  const [talking, reading] = [rita(url, 'talking', () => true), rita(url, 'reading', () => false)]
  await until(() => isOnline(talking) && isOnline(reading))
  const lost: string[] = []
  talking.state.subscribe(({ kind }) => kind === 'offline' && lost.push('talking'))
  reading.state.subscribe(({ kind }) => kind === 'offline' && lost.push('reading'))
  await until(() => lost.length > 0, 'somebody is told', 12)
  expect(lost).toEqual(['talking'])
  expect(heard).not.toContain('ping of reading')
})
