import { pino } from 'pino'
import { createApp } from '../../../server/app.ts'
import { configFrom } from '../../../server/config.ts'
import { aDesk, type TestDesk } from '../../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
}, 60_000)
afterAll(() => desk.close())

async function aSecondProcess() {
  const engines = { DATABASE_URL: desk.database.url, REDIS_URL: desk.redis.url, FIRSTLINE_ENGINES: 'embedded' }
  const app = await createApp({ config: configFrom({ PORT: '0', HOST: '127.0.0.1', ...engines }), log: pino({ level: 'silent' }) })
  return { app, url: await app.listen() }
}

test('a process that leaves says so at once, and lets people move on by themselves', async () => {
  const { app, url } = await aSecondProcess()
  const rita = await desk.again(await desk.requester('Rita'), url)
  const status = new Promise<number>((resolve) =>
    rita.socket.once('server:leaving', () => void fetch(`${url}/health/ready`).then((answer) => resolve(answer.status))),
  )
  const reason = new Promise<string>((resolve) => rita.socket.once('disconnect', resolve))
  rita.socket.once('server:leaving', ({ afterMs }) => setTimeout(() => rita.leaves(), afterMs + 1_000))
  await app.close()

  expect(await status).toBe(503)
  expect(await reason).toBe('io client disconnect')
})

test('it does not wait for ever for those who stay', async () => {
  const { app, url } = await aSecondProcess()
  const deaf = await desk.again(await desk.requester('Rita'), url)
  const began = performance.now()
  await app.close()
  expect(performance.now() - began).toBeLessThan(8_000)
  deaf.leaves()
})
