import type { Pool, PoolClient } from 'pg'
import type { CannedReply } from '../../shared/protocol/admin.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Replies, ReplyReach } from '../desk/administration.ts'
import { audited, type Write } from './audit.ts'
import { refusingWhere } from './transaction.ts'

/** The texts that agents keep ready. */
export const repliesIn = (pool: Pool | PoolClient): Replies => ({
  list: (reach) => replies(pool, reach),

  save: (by, reach, wanted) =>
    audited(pool, by, async (client, write) => {
      const [before] = await replies(client, reach, wanted.reply)
      if (wanted.version > 0 && !before) refuse('not-found')
      // Whoever was not told that it was added asks again, under the same id.
      if (wanted.version === 0 && before && isSame(before, wanted)) return before
      const { rowCount } = await refusingWhere(
        { replies_pkey: 'already-exists', replies_team_id_fkey: 'no-such-team' },
        client.query(wanted.version === 0 ? insert : update, [
          wanted.reply,
          wanted.name,
          wanted.text,
          ...columns(wanted.whose, reach),
          ...(wanted.version === 0 ? [] : [wanted.version]),
        ]),
      )
      if (!rowCount) refuse('changed-meanwhile')
      const after = { id: wanted.reply, name: wanted.name, text: wanted.text, whose: wanted.whose, version: wanted.version + 1 }
      await tell(write, 'replies:save', before ?? null, after)
      return after
    }),

  remove: (by, reach, { reply, version }) =>
    audited(pool, by, async (client, write) => {
      const [before] = await replies(client, reach, reply)
      if (!before) refuse('not-found')
      const { rowCount } = await client.query('delete from replies where id = $1 and version = $2', [reply, version])
      if (!rowCount) refuse('changed-meanwhile')
      await tell(write, 'replies:remove', before, null)
    }),
})

const isSame = (kept: CannedReply, { name, text, whose }: Pick<CannedReply, 'name' | 'text' | 'whose'>) =>
  kept.version === 1 && kept.name === name && kept.text === text && JSON.stringify(kept.whose) === JSON.stringify(whose)

const insert = 'insert into replies (id, name, text, team_id, agent_id) values ($1, $2, $3, $4, $5)'

const update = `update replies set name = $2, text = $3, team_id = $4, agent_id = $5, version = version + 1
  where id = $1 and version = $6`

function columns(whose: CannedReply['whose'], { agent }: ReplyReach): [team: string | null, agent: string | null] {
  if (whose === 'everyone') return [null, null]
  return whose === 'mine' ? [null, agent] : [whose.team, null]
}

/** What somebody keeps for himself is nobody's business, the log's neither. */
async function tell(write: Write, what: string, before: CannedReply | null, after: CannedReply | null) {
  const subject = after ?? before
  if (!subject || [before, after].every((reply) => !reply || reply.whose === 'mine')) return
  await write({ what, subject, before, after })
}

async function replies(client: Pool | PoolClient, { agent, shared }: ReplyReach, reply: string | null = null): Promise<CannedReply[]> {
  const { rows } = await client.query<CannedReply & { team_id: string | null; agent_id: string | null }>(
    `select id, name, text, team_id, agent_id, version from replies
     where ($4::uuid is null or id = $4)
       and (agent_id = $1 or $2 and agent_id is null and (team_id is null or $3::uuid[] is null or team_id = any($3)))
     order by lower(name), id`,
    [agent, shared !== 'none', typeof shared === 'string' ? null : shared, reply],
  )
  return rows.map(({ team_id, agent_id, ...row }) => ({ ...row, whose: agent_id ? 'mine' : team_id ? { team: team_id } : 'everyone' }))
}
