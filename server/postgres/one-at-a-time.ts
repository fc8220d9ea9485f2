import type { Pool } from 'pg'

/**
 * A door that lets one in at a time, whatever process he is in: a lock of the session that came through it, which goes with the
 * session if its process dies. Null while somebody is in.
 */
export async function enterAlone(pool: Pool, door: string): Promise<(() => Promise<void>) | null> {
  const client = await pool.connect()
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtext($1)) as mine', [door]).catch((error) => {
    client.release(true)
    throw error
  })
  if (!rows[0]?.mine) {
    client.release()
    return null
  }
  return async () => {
    // A session that cannot give it back is not used any more, and gives it back so.
    const failed = await client.query('select pg_advisory_unlock(hashtext($1))', [door]).then(
      () => false,
      () => true,
    )
    client.release(failed)
  }
}
