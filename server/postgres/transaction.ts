import type { Pool, PoolClient } from 'pg'
import { type RefusalCode, refuse } from '../../shared/refusal.ts'

/** Does all of `work`, or nothing of it. Given a connection, it is part of the transaction that is open on it. */
export async function inTransaction<T>(database: Pool | PoolClient, work: (client: PoolClient) => Promise<T>): Promise<T> {
  if ('release' in database) return work(database)
  const client = await database.connect()
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
