import pg from 'pg'
import { aDatabase } from '../../support/database.ts'
import { aRedis } from '../../support/engines.ts'

test('each test has a database of its own, already migrated', async () => {
  const [ours, theirs] = await Promise.all([aDatabase(), aDatabase()])
  await ask(ours.url, 'create table secrets (id int)')

  expect(await ask(theirs.url, `select to_regclass('secrets') as found`)).toEqual([{ found: null }])
  expect(await ask(theirs.url, `select to_regclass('migrations') as found`)).toEqual([{ found: 'migrations' }])
  await Promise.all([ours.close(), theirs.close()])
})

test('a Redis that is killed comes back empty at the same address', async () => {
  const redis = await aRedis()
  const before = redis.pid()
  await redis.restart()

  expect(redis.pid()).not.toBe(before)
  await redis.flush()
  await redis.close()
})

async function ask(url: string, question: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}
