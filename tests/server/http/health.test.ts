import { anEngineRoom } from '../../support/engines.ts'
import { eventually } from '../../support/eventually.ts'
import { anEdge } from './an-edge.ts'

const room = { database: true, redis: true, files: true }

test('a process that has both engines wants work, and one that is leaving does not', async () => {
  const edge = await anEdge()
  const ready = async () => {
    const { statusCode, body } = await edge.app.inject({ url: '/health/ready' })
    return [statusCode, JSON.parse(body)]
  }
  expect(await ready()).toEqual([200, { ready: true, postgres: true, redis: true, room, leaving: false }])

  edge.state.leaving = true
  expect(await ready()).toEqual([503, { ready: false, postgres: true, redis: true, room, leaving: true }])
  await edge.close()
})

test('without Redis it lives, says what is missing, and wants work again once Redis is back', async () => {
  const edge = await anEdge()
  await edge.redis.kill()
  const away = await edge.app.inject({ url: '/health/ready' })
  expect([away.statusCode, away.json()]).toEqual([503, { ready: false, postgres: true, redis: false, room, leaving: false }])
  expect((await edge.app.inject({ url: '/health/live' })).statusCode).toBe(200)

  await edge.redis.restart()
  await eventually(async () => (await edge.app.inject({ url: '/health/ready' })).statusCode === 200)
  await edge.close()
})

test('a Redis that is full, or a database without room, wants no work and says why; without room for files everything else goes on', async () => {
  const edge = await anEdge()
  const ready = async () => {
    const { statusCode, body } = await edge.app.inject({ url: '/health/ready' })
    return [statusCode, JSON.parse(body).room]
  }
  edge.state.hasRoom = { database: true, files: false }
  expect(await ready()).toEqual([200, { ...room, files: false }])
  edge.state.hasRoom = { database: false, files: true }
  expect(await ready()).toEqual([503, { ...room, database: false }])
  edge.state.hasRoom = { database: true, files: true }
  await edge.redis.ask('CONFIG SET maxmemory 1')
  expect(await ready()).toEqual([503, { ...room, redis: false }])
  await edge.redis.ask('CONFIG SET maxmemory 0')
  expect(await ready()).toEqual([200, room])
  await edge.close()
})

test('without PostgreSQL it lives, asks to be tried again, and wants work once PostgreSQL is back', async () => {
  const postgres = await anEngineRoom()
  const edge = await anEdge({ postgres })
  await postgres.stop()
  const away = await edge.app.inject({ url: '/health/ready' })
  expect([away.statusCode, away.json()]).toEqual([503, { ready: false, postgres: false, redis: true, room, leaving: false }])

  const visit = { method: 'POST', url: '/api/visit', payload: { name: 'Rita', email: 'rita@example.com' } } as const
  const later = await edge.app.inject(visit)
  expect([later.statusCode, later.json()]).toEqual([503, { refusal: 'unavailable' }])

  await postgres.start()
  await eventually(async () => (await edge.app.inject({ url: '/health/ready' })).statusCode === 200)
  await edge.close()
})

test('measurements are for this machine only, and never through a proxy', async () => {
  const edge = await anEdge()
  const here = await edge.app.inject({ url: '/metrics' })
  expect(here.body).toContain('firstline_http_seconds')

  const elsewhere = await edge.app.inject({ url: '/metrics', remoteAddress: '203.0.113.7' })
  const forwarded = await edge.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.7' } })
  expect([elsewhere.statusCode, forwarded.statusCode]).toEqual([404, 404])
  await edge.close()
})

test('or for whoever has the token', async () => {
  const edge = await anEdge({ environment: { METRICS_TOKEN: 'a-long-enough-token' } })
  const asking = (authorization: string) => edge.app.inject({ url: '/metrics', remoteAddress: '203.0.113.7', headers: { authorization } })

  expect((await asking('Bearer a-long-enough-token')).statusCode).toBe(200)
  expect((await asking('Bearer another-long-token')).statusCode).toBe(404)
  expect((await edge.app.inject({ url: '/metrics' })).statusCode).toBe(404)
  await edge.close()
})
