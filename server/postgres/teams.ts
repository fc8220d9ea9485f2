import type { Pool, PoolClient } from 'pg'
import type { TeamSettings } from '../../shared/protocol/admin.ts'
import type { Heard } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Teams } from '../desk/administration.ts'
import { audited } from './audit.ts'
import { putBack, takeAway } from './removed.ts'
import { refusingWhere } from './transaction.ts'

/** The teams, with their hours and topics, as administrators set them up. */
export const teamsIn = (pool: Pool | PoolClient): Teams => ({
  list: () => teams(pool),

  save: (by, wanted) =>
    audited(pool, by, async (client, write) => {
      const [before] = await teams(client, wanted.team)
      await (wanted.version === 0 ? addTeam(client, wanted, by.at) : changeTeam(client, wanted))
      await setTopics(client, wanted)
      const after = await teamOf(client, wanted.team)
      await write({ what: 'teams:save', subject: after, before: before ?? null, after })
      return after
    }),

  remove: (by, { team, version }) =>
    audited(pool, by, async (client, write) => {
      await client.query('lock table teams in share row exclusive mode')
      const before = await teamOf(client, team)
      if (before.version !== version) refuse('changed-meanwhile')
      if ((await teams(client)).length === 1) refuse('last-team')
      await refusingWhere({ conversations_team_id_fkey: 'in-use' }, takeAway(client, 'team', [team], by.at))
      await write({ what: 'teams:remove', subject: before, before })
    }),

  restore: (by, { team }) =>
    audited(pool, by, async (client, write) => {
      await refusingWhere({ teams_name: 'name-taken', teams_pkey: 'already-exists' }, putBack(client, 'team', team, by.at))
      const after = await teamOf(client, team)
      await write({ what: 'teams:restore', subject: after, after })
      return after
    }),
})

type Wanted = Heard<'teams:save'>

async function addTeam(client: PoolClient, { team, name, tier, hours }: Wanted, at: Date) {
  await refusingWhere(
    { teams_name: 'name-taken', teams_pkey: 'already-exists' },
    client.query('insert into teams (id, name, tier, hours, created_at) values ($1, $2, $3, $4, $5)', [team, name, tier, json(hours), at]),
  )
}

async function changeTeam(client: PoolClient, { team, version, name, tier, hours }: Wanted) {
  const { rowCount } = await refusingWhere(
    { teams_name: 'name-taken' },
    client.query('update teams set name = $3, tier = $4, hours = $5, version = version + 1 where id = $1 and version = $2', [
      team,
      version,
      name,
      tier,
      json(hours),
    ]),
  )
  if (!rowCount) refuse('changed-meanwhile')
}

async function setTopics(client: PoolClient, { team, topics }: Wanted) {
  const ids = topics.map((topic) => topic.id)
  if (new Set(ids).size < ids.length) refuse('malformed')
  await client.query('delete from topics where team_id = $1 and id <> all($2::uuid[])', [team, ids])
  const { rowCount } = await client.query(
    `insert into topics (id, team_id, name, position)
     select id, $1, name, position from unnest($2::uuid[], $3::text[]) with ordinality as wanted (id, name, position)
     on conflict (id) do update set name = excluded.name, position = excluded.position where topics.team_id = excluded.team_id`,
    [team, ids, topics.map((topic) => topic.name)],
  )
  // One that was not written belongs to another team.
  if (rowCount !== ids.length) refuse('already-exists')
}

const json = (hours: Wanted['hours']) => (hours ? JSON.stringify(hours) : null)

async function teamOf(client: PoolClient, team: string) {
  const [found] = await teams(client, team)
  return found ?? refuse('no-such-team')
}

async function teams(client: Pool | PoolClient, team: string | null = null): Promise<TeamSettings[]> {
  const { rows } = await client.query<TeamSettings>(
    `select id, name, tier, hours, version, (
       select coalesce(json_agg(json_build_object('id', topics.id, 'name', topics.name) order by position, topics.id), '[]')
       from topics where team_id = teams.id
     ) as topics
     from teams where $1::uuid is null or id = $1 order by tier, lower(name)`,
    [team],
  )
  return rows
}
