import type { Pool } from 'pg'

/** How long a claim lasts if whoever made it dies. */
const claimSeconds = 10

/** Conversations that are due, claimed so that one clock at a time has each in hand. */
export function duesIn(pool: Pool, now: () => Date) {
  return {
    async claim(count: number): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>({
        name: 'claim-dues',
        text: `update conversations set claimed_until = $1::timestamptz + make_interval(secs => $3)
          where id in (select id from conversations
            where due_at <= $1 and (claimed_until is null or claimed_until <= $1)
            order by due_at limit $2 for update skip locked)
          returning id`,
        values: [now(), count, claimSeconds],
      })
      return rows.map(({ id }) => id)
    },

    async done(conversations: string[]): Promise<void> {
      if (conversations.length === 0) return
      await pool.query('update conversations set claimed_until = null where id = any($1::uuid[])', [conversations])
    },
  }
}
