import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { anEdge } from './an-edge.ts'

let edge: Awaited<ReturnType<typeof anEdge>>
let port: number
beforeAll(async () => {
  edge = await anEdge()
  await edge.app.listen({ host: '127.0.0.1', port: 0 })
  const address = edge.app.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => edge.close())

/** What comes back when these bytes are sent as they are. */
async function raw(bytes: string) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.end(bytes)
  return text(socket)
}

test('headers of more than 16 kB are refused', async () => {
  expect(await raw(`GET /health/live HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1.1 431 /)
})

test.each([
  ['is no HTTP', 'hello there\r\n\r\n'],
  ['says its length twice', 'POST /api/visit HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['has a line break in its address', 'GET /a\nb HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['has no host', 'GET /health/live HTTP/1.1\r\n\r\n'],
])('what %s is refused, and the next is answered', async (_, bytes) => {
  expect(await raw(bytes)).toMatch(/^HTTP\/1.1 400 /)
  expect(await raw('GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /)
})

test('a slow sender holds a connection for seconds, not for ever', () => {
  expect(edge.app.server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 600_000, timeout: 60_000, maxHeadersCount: 100 })
})

test('a request is one line in the log: its route, never what was in its address', async () => {
  const headers = { 'x-request-id': 'forged\nline', authorization: 'Bearer secret', cookie: 'session=secret' }
  await edge.app.inject({ method: 'DELETE', url: '/api/visit?invitation=secret', headers })
  const last = JSON.parse(edge.lines.at(-1) ?? '')

  expect(last).toMatchObject({ msg: 'answered', method: 'DELETE', route: '/api/visit', status: 401, ms: expect.any(Number) })
  expect(last.reqId).toMatch(/^[0-9a-f-]{36}$/)
  expect(edge.lines.join('')).not.toMatch(/secret|forged/)
})
