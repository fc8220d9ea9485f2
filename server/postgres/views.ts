import type { Pool, PoolClient } from 'pg'
import type { TicketQuery, TicketViewKept } from '../../shared/protocol/view.ts'
import type { Heard } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'
import type { ViewReach, Views } from '../desk/tickets/tickets.ts'
import { audited } from './audit.ts'
import { refusingWhere } from './transaction.ts'

/** Nobody finds his way among more, and nobody fills the database with them. */
const mostOfOne = 100

/** Lists of tickets that agents keep for themselves, or for a team. */
export const viewsIn = (pool: Pool): Views => ({
  list: (reach) => readViews(pool, reach),

  save: (by, reach, wanted) =>
    audited(pool, by, async (client, write) => {
      const before = await viewWith(client, reach, wanted.view)
      await (wanted.version === 0 ? add(client, reach, wanted, by.at) : change(client, reach, wanted))
      const after = (await viewWith(client, reach, wanted.view)) ?? refuse('not-found')
      // What somebody keeps for himself is nobody else's business.
      if (isShared(before) || isShared(after)) await write({ what: 'views:save', subject: after, before, after })
      return after
    }),

  remove: (by, reach, { view, version }) =>
    audited(pool, by, async (client, write) => {
      const before = (await viewWith(client, reach, view)) ?? refuse('not-found')
      if (!before.changeable) refuse('not-allowed')
      const { rowCount } = await client.query('delete from ticket_views where id = $1 and version = $2', [view, version])
      if (!rowCount) refuse('changed-meanwhile')
      if (isShared(before)) await write({ what: 'views:remove', subject: before, before })
    }),
})

type Wanted = Heard<'views:save'>

const isShared = (view: TicketViewKept | null) => view !== null && view.whose !== 'mine'

const teamOf = ({ whose }: Wanted) => (whose === 'mine' ? null : whose.team)

async function add(client: PoolClient, { agent }: ViewReach, wanted: Wanted, at: Date) {
  const { rows } = await client.query<{ count: number }>('select count(*)::int from ticket_views where agent_id = $1', [agent])
  if ((rows[0]?.count ?? 0) >= mostOfOne) refuse('too-many-views')
  await refusingWhere(
    { ticket_views_pkey: 'already-exists', ticket_views_team_id_fkey: 'no-such-team' },
    client.query('insert into ticket_views (id, name, agent_id, team_id, query, created_at) values ($1, $2, $3, $4, $5, $6)', [
      wanted.view,
      wanted.name,
      agent,
      teamOf(wanted),
      wanted.query,
      at,
    ]),
  )
}

async function change(client: PoolClient, reach: ViewReach, wanted: Wanted) {
  const before = (await viewWith(client, reach, wanted.view)) ?? refuse('not-found')
  if (!before.changeable) refuse('not-allowed')
  const { rowCount } = await refusingWhere(
    { ticket_views_team_id_fkey: 'no-such-team' },
    client.query('update ticket_views set name = $3, team_id = $4, query = $5, version = version + 1 where id = $1 and version = $2', [
      wanted.view,
      wanted.version,
      wanted.name,
      teamOf(wanted),
      wanted.query,
    ]),
  )
  if (!rowCount) refuse('changed-meanwhile')
}

async function viewWith(client: PoolClient, reach: ViewReach, id: string) {
  const [found] = await readViews(client, reach, id)
  return found ?? null
}

async function readViews(client: Pool | PoolClient, { agent, teams, changes }: ViewReach, id: string | null = null) {
  const { rows } = await client.query<{
    id: string
    name: string
    agent_id: string
    team_id: string | null
    query: TicketQuery
    version: number
  }>(
    `select id, name, agent_id, team_id, query, version from ticket_views
     where (agent_id = $1 or (team_id is not null and ($2::uuid[] is null or team_id = any($2)))) and ($3::uuid is null or id = $3)
     order by team_id is not null, created_at, id`,
    [agent, teams === 'all' ? null : teams, id],
  )
  return rows.map(
    ({ agent_id, team_id, ...view }): TicketViewKept => ({
      ...view,
      whose: team_id ? { team: team_id } : 'mine',
      changeable: agent_id === agent || changes === 'all',
    }),
  )
}
