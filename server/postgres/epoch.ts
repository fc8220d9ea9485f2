import type { Pool, PoolClient } from 'pg'

/** Which life of the database this is. */
export async function readEpoch(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('select id from epochs')
  const [epoch] = rows
  if (!epoch) throw new Error('The database does not know which life it leads')
  return epoch.id
}

/** What clients know of the life before counts no more. */
export async function beginEpoch(client: Pick<PoolClient, 'query'>): Promise<void> {
  await client.query('update epochs set id = gen_random_uuid(), began_at = now()')
}
