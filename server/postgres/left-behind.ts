import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'

/**
 * Whoever was here when a backup was made is here no more: held by a process that is long dead, he is missed as soon as the
 * first one looks, and his grace begins then. Else nobody would ever miss an agent who does not come back.
 */
export async function leaveBehind(client: Pick<PoolClient, 'query'>): Promise<void> {
  const process = randomUUID()
  await client.query("insert into processes (id, seen_at) values ($1, 'epoch')", [process])
  await client.query(
    `insert into presences (connection_id, person_id, process_id)
     select 'left behind ' || id, id, $1 from (
       select agent_id as id from standings where gone_since is null union select id from requesters where gone_since is null) as here`,
    [process],
  )
}
