import type { Pool } from 'pg'
import { rules } from '../../desk/rules.ts'
import { createDirectory } from '../../postgres/directory.ts'
import { duesIn } from '../../postgres/dues.ts'
import { closeRedis, connectRedis } from '../../redis/connection.ts'
import { createFastLine } from '../../redis/line.ts'

/** Makes what was set count at once: what is due is reckoned anew, and processes that run look again. Without Redis they do within seconds. */
export async function takeEffect(pool: Pool, redisUrl: string): Promise<void> {
  const now = () => new Date()
  const directory = createDirectory(pool, now)
  await directory.refresh()
  const dues = duesIn(pool, {
    now,
    dueAt: (conversation) => rules.dueAt(conversation, directory.view()),
    targetsOf: (conversation) => rules.targetsOf(conversation, directory.view()),
  })
  await dues.reckonAll()
  const redis = await connectRedis(redisUrl, () => {})
  try {
    await createFastLine(redis)
      .nudge()
      .catch(() => {})
  } finally {
    await closeRedis(redis)
  }
}
