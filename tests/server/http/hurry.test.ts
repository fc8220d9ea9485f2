import { once } from 'node:events'
import { connect } from 'node:net'
import Fastify from 'fastify'
import { hurry } from '../../../server/http/hurry.ts'

const app = Fastify()
beforeAll(async () => {
  await app.register(hurry, { patience: 200 })
  app.addContentTypeParser('application/octet-stream', (_request, body, done) => {
    body.resume().once('end', () => done(null))
  })
  app.post('/api/visit', async () => 'read')
  app.put('/api/conversations/:conversation/files/:file', async () => 'read')
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

/** Sends the first half, waits, and sends the second; returns the status, or nothing where the line was cut. */
async function slowly(first: string, wait: number) {
  const address = app.server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  let answer = ''
  socket.on('data', (piece) => {
    answer += String(piece)
  })
  socket.write(`${first} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/octet-stream\r\ncontent-length: 4\r\n\r\nab`)
  const rest = setTimeout(() => socket.write('cd'), wait)
  await once(socket, 'close')
  clearTimeout(rest)
  return /^HTTP\/1.1 (\d+)/.exec(answer)?.[1]
}

const file = '/api/conversations/00000000-0000-4000-8000-000000000001/files/00000000-0000-4000-8000-000000000002'

test('a slow sender is cut off, unless it is a file that he sends', async () => {
  expect(await slowly('POST /api/visit', 10)).toBe('200')
  expect(await slowly('POST /api/visit', 5_000)).toBeUndefined()
  expect(await slowly(`PUT ${file}`, 600)).toBe('200')
})
