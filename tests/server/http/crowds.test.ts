import Fastify from 'fastify'
import { createClient } from 'redis'
import { crowds } from '../../../server/http/crowds.ts'
import { errors } from '../../../server/http/errors.ts'
import { aRedis, type TestRedis } from '../../support/engines.ts'

let redis: TestRedis
let line: ReturnType<typeof createClient>
let app: Awaited<ReturnType<typeof aHouseWithDoors>>

beforeAll(async () => {
  redis = await aRedis()
  line = createClient({ url: redis.url, disableOfflineQueue: true }) as typeof line
  line.on('error', () => {})
  await line.connect()
  app = await aHouseWithDoors()
})
afterAll(async () => {
  await app.close()
  line.destroy()
  await redis.close()
})

const doors = ['/api/me', '/api/invitation/look', '/api/invitation/accept', '/widget/frame']

async function aHouseWithDoors() {
  const house = Fastify()
  await house.register(errors)
  await house.register(crowds, { redis: line, rate: { times: 4, seconds: 60 } })
  for (const url of [...doors, '/elsewhere']) house.all(url, async () => 'come in')
  return house
}

const comes = (url: string, remoteAddress: string) => app.inject({ url, remoteAddress })

test('an address that asks for the open doors again and again must wait; others need not, nor elsewhere', async () => {
  for (const door of doors) expect((await comes(door, '192.0.2.1')).statusCode).toBe(200)
  for (const door of doors) {
    const answer = await comes(`${door}?again`, '192.0.2.1')
    expect([answer.statusCode, answer.json(), Number(answer.headers['retry-after']) > 0]).toEqual([429, { refusal: 'too-fast' }, true])
  }
  expect((await comes('/api/me', '192.0.2.2')).statusCode).toBe(200)
  expect((await comes('/elsewhere', '192.0.2.1')).statusCode).toBe(200)
})

test('whoever takes another address of his own network each time must wait as well', async () => {
  const statuses = ['1', '2', '3', '4', '5'].map(async (end) => (await comes('/api/me', `2001:db8:0:1::${end}`)).statusCode)
  expect((await Promise.all(statuses)).sort()).toEqual([200, 200, 200, 200, 429])
  expect((await comes('/api/me', '2001:db8:0:2::1')).statusCode).toBe(200)
})
