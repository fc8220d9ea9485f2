import { randomUUID } from 'node:crypto'
import { closeRedis, connectRedis } from '../../../server/redis/connection.ts'
import { createProposals } from '../../../server/redis/proposals.ts'
import { aRedis } from '../../support/engines.ts'
import { refusedWith } from '../../support/refused.ts'

test('without Redis nothing can be proposed for a while, which is nobody’s mistake', async () => {
  const engine = await aRedis()
  const redis = await connectRedis(engine.url, () => {})
  const proposals = createProposals(redis)
  const [sam, eve] = [randomUUID(), randomUUID()]
  const id = await proposals.put(sam, 'all of it')
  expect([await proposals.take(sam, id), await proposals.take(eve, id), await proposals.take(sam, randomUUID())]).toEqual([
    'all of it',
    null,
    null,
  ])

  await engine.close()
  await refusedWith('unavailable', proposals.put(sam, 'all of it'))
  await refusedWith('unavailable', proposals.take(sam, id))
  await closeRedis(redis)
})
