import { createClient } from 'redis'
import { createAllotment } from '../../../server/http/allotment.ts'
import { aRedis } from '../../support/engines.ts'

const redis = await aRedis()
const line = createClient({ url: redis.url, disableOfflineQueue: true })
line.on('error', () => {})
await line.connect()
afterAll(async () => {
  line.destroy()
  await redis.close()
})

test.each([
  ['all processes together', async () => {}],
  ['a process alone, while Redis is away', () => redis.kill()],
])('what is refused or given back counts for nobody: %s', async (_, begins) => {
  await begins()
  const share = createAllotment(line, { name: 'files', bytes: 100, seconds: 60 })
  expect([await share.take('eve', 60), await share.take('eve', 50), await share.take('eve', 40)]).toEqual([true, false, true])
  expect(await share.hasLeft('eve', 1)).toBe(false)
  await share.giveBack('eve', 40)
  expect([await share.hasLeft('eve', 40), await share.hasLeft('eve', 41)]).toEqual([true, false])
  expect(await share.take('rita', 100)).toBe(true)
})
