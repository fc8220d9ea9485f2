import type { Pool, PoolClient } from 'pg'
import { type RefusalCode, refuse } from '../../shared/refusal.ts'

/** Does all of `work`, or nothing of it. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const done = await work(client)
    await client.query('commit')
    client.release()
    return done
  } catch (error) {
    await rollback(client)
    throw error
  }
}

const rollback = (client: PoolClient) =>
  client.query('rollback').then(
    () => client.release(),
    (broken: Error) => client.release(broken),
  )

/** Like `inTransaction`, for work that asks all at once: it goes out in one piece with its commit, and is answered in order. */
export async function inOneGo<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const [, done] = await Promise.all([client.query('begin'), work(client), client.query('commit')])
    client.release()
    return done
  } catch (error) {
    await rollback(client)
    throw error
  }
}

/** Waits for all that was asked on one connection, and fails with the first that failed: those behind it only echo it. */
export async function allInOrder<Asked extends readonly unknown[]>(
  asked: [...Asked],
): Promise<{ [place in keyof Asked]: Awaited<Asked[place]> }> {
  const settled: PromiseSettledResult<unknown>[] = await Promise.allSettled(asked)
  const failed = settled.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return Promise.all(asked)
}

/** Refuses in the desk's words where the database finds that a constraint, by its name, would be broken. */
export async function refusingWhere<T>(broken: Record<string, RefusalCode>, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code = error instanceof Error && 'constraint' in error && typeof error.constraint === 'string' && broken[error.constraint]
    if (code) refuse(code)
    throw error
  }
}
