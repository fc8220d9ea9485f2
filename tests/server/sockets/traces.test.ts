import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { createApp } from '../../../server/app.ts'
import { configFrom } from '../../../server/config.ts'
import { createLog } from '../../../server/log.ts'
import { aDesk, type TestDesk } from '../../support/desk.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
}, 60_000)
afterAll(() => desk.close())

test('what goes wrong is logged with the connection that asked, and without what it asked', async () => {
  const lines: string[] = []
  const paper = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) })
  const engines = { DATABASE_URL: desk.database.url, REDIS_URL: desk.redis.url, FIRSTLINE_ENGINES: 'embedded' }
  const app = await createApp({ config: configFrom({ PORT: '0', HOST: '127.0.0.1', ...engines }), log: createLog('error', paper) })
  const ada = await desk.again(await desk.agent('Ada', { wish: 'away' }), await app.listen())
  await desk.pool.query('alter table replies rename to lost')

  const reply = { reply: randomUUID(), version: 0, name: 'Hello', text: 'psst, a secret', whose: 'mine' } as const
  await refusedWith('failed', ada.ask('replies:save', reply))
  const bug = JSON.parse(lines.find((line) => line.includes('replies:save')) ?? '{}')
  expect(bug).toMatchObject({ where: 'replies:save', connection: ada.socket.id, msg: 'a bug' })
  expect(lines.join()).not.toContain('psst')
  ada.leaves()
  await app.close()
})
