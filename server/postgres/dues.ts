import type { Pool } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import type { ShownTarget } from '../../shared/target.ts'
import { writeTargets } from './write-targets.ts'

/** How long a claim lasts if whoever made it dies. */
const claimSeconds = 10
const reckonedAtOnce = 500

interface Row {
  id: string
  version: string
  state: Conversation
  due_at: Date | null
}

export interface DuesPorts {
  now(): Date
  /** When the clock must look at it next, and by when its team is to answer and to solve, by the settings of today. */
  dueAt(conversation: Conversation): Date | null
  targetsOf(conversation: Conversation): ShownTarget[]
}

/** Conversations that are due, claimed so that one clock at a time has each in hand. */
export function duesIn(pool: Pool, { now, dueAt, targetsOf }: DuesPorts) {
  async function write(rows: Row[]) {
    // Whoever changed a row meanwhile has reckoned it. One that is still due, though nothing came of it, is left alone for a moment.
    await pool.query({
      name: 'reckon-dues',
      text: `update conversations set due_at = new.due, claimed_until = case when new.due <= $4 then $4::timestamptz + interval '1 second' end
        from unnest($1::uuid[], $2::xid[], $3::timestamptz[]) as new (id, version, due)
        where conversations.id = new.id and conversations.xmin = new.version`,
      values: [rows.map(({ id }) => id), rows.map(({ version }) => version), rows.map(({ state }) => dueAt(state)), now()],
    })
  }

  return {
    async claim(count: number): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>({
        name: 'claim-dues',
        // Materialized: a plan that asks it once for each row would lock rows that it then does not take.
        text: `with due as materialized (select id from conversations
            where due_at <= $1 and (claimed_until is null or claimed_until <= $1)
            order by due_at limit $2 for no key update skip locked)
          update conversations set claimed_until = $1::timestamptz + make_interval(secs => $3)
          from due where conversations.id = due.id returning conversations.id`,
        values: [now(), count, claimSeconds],
      })
      return rows.map(({ id }) => id)
    },

    async done(conversations: string[]): Promise<void> {
      if (conversations.length === 0) return
      await pool.query('update conversations set claimed_until = null where id = any($1::uuid[]) and claimed_until is not null', [
        conversations,
      ])
    },

    async reckon(conversations: string[]): Promise<void> {
      const { rows } = await pool.query<Row>(`select ${columns} from conversations where id = any($1::uuid[])`, [conversations])
      await write(rows)
    },

    /** Reckons everything anew that is or may become due one day: settings have changed. */
    async reckonAll(): Promise<void> {
      for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
        const { rows } = await pool.query<Row>(
          `select ${columns} from conversations
          where (due_at is not null or status in ('waiting', 'active', 'held') or id in (${withTargets})) and id > $1 order by id limit $2`,
          [after, reckonedAtOnce],
        )
        const timed = rows.flatMap(({ state }) => (state.clocks ? [state] : []))
        if (timed.length > 0) await writeTargets(pool, timed, targetsOf)
        await write(rows.filter((row) => row.due_at?.getTime() !== dueAt(row.state)?.getTime()))
        const last = rows.at(-1)
        if (!last || rows.length < reckonedAtOnce) return
        after = last.id
      }
    },
  }
}

/** By which settings all that is due was reckoned last. */
export const reckonedIn = (pool: Pool) => ({
  async read(): Promise<string | null> {
    const { rows } = await pool.query<{ mark: string }>("select value #>> '{}' as mark from settings where name = 'reckoned'")
    return rows[0]?.mark ?? null
  },
  async write(mark: string): Promise<void> {
    await pool.query(
      `insert into settings (name, value) values ('reckoned', to_jsonb($1::text))
       on conflict (name) do update set value = excluded.value, changed_at = now()`,
      [mark],
    )
  },
})

/** Where nothing is due by what was set until now, something may be from now on. */
const withTargets = `select conversation_id from tickets where targets is not null and status in ('new', 'in-progress', 'on-hold')`

const columns = 'id, xmin::text as version, state, due_at'
