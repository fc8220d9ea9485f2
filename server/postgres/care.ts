import type { Pool, PoolClient } from 'pg'
import type { Care } from '../../shared/protocol/care.ts'
import { refuse } from '../../shared/refusal.ts'
import type { CareKept } from '../desk/administration.ts'
import { audited } from './audit.ts'
import { refusingWhere } from './transaction.ts'

/** Who must not be kept waiting, and who is led back to whom. */
export const careIn = (pool: Pool): CareKept => ({
  async read(requester) {
    const { vip, agent } = await careOf(pool, requester)
    return { vip, agent }
  },

  save: (by, { requester, vip, agent }) =>
    audited(pool, by, async (client, write) => {
      const { name, ...before } = await careOf(client, requester)
      await refusingWhere(
        { requesters_named_agent_fkey: 'no-such-agent' },
        client.query('update requesters set vip = $2, named_agent = $3 where id = $1', [requester, vip, agent]),
      )
      await write({ what: 'care:save', subject: { id: requester, name }, before, after: { vip, agent } })
      return { vip, agent }
    }),
})

async function careOf(client: Pool | PoolClient, requester: string): Promise<Care & { name: string }> {
  const { rows } = await client.query<Care & { name: string }>(
    'select name, coalesce(vip, false) as vip, named_agent as agent from requesters where id = $1',
    [requester],
  )
  return rows[0] ?? refuse('not-found')
}
