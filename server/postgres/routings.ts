import type { Pool, PoolClient } from 'pg'
import { teamsSentTo } from '../../shared/crowding.ts'
import type { Notice } from '../../shared/notice.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Shut } from '../../shared/shut.ts'
import { type SavedRouting, type TeamRouting, wholeRouting } from '../../shared/team-routing.ts'
import type { Routings, Versioned } from '../desk/administration.ts'
import type { By } from '../desk/people.ts'
import { audited } from './audit.ts'

/** How the lines of teams are routed, as administrators set them up. */
export const routingsIn = (pool: Pool | PoolClient): Routings => ({
  read: async (team) => (await read(pool, team)).value,

  save: (by, { team, version, routing }) =>
    audited(pool, by, async (client, write) => {
      const { name, value: before, shut } = await read(client, team)
      await checkTeams(client, team, teamsSentTo(routing))
      const { rowCount } = await client.query(
        'update teams set routing = $3, routing_version = $2::int + 1 where id = $1 and coalesce(routing_version, 0) = $2',
        [team, version, JSON.stringify({ ...routing, ...shutNow(routing, { emergency: before.value.emergency, shut }, by) })],
      )
      if (!rowCount) refuse('changed-meanwhile')
      await write({ what: 'routing:save', subject: { id: team, name }, before: before.value, after: routing })
      return { value: routing, version: version + 1 }
    }),
})

/** Who closed it, as long as it is closed: another text does not close it anew. */
function shutNow({ emergency }: TeamRouting, before: { emergency: Notice | null; shut: Shut | undefined }, by: By): { shut?: Shut } {
  if (!emergency) return {}
  if (before.emergency) return before.shut ? { shut: before.shut } : {}
  return { shut: { by: by.agent?.id ?? null, at: by.at.toISOString() } }
}

/** Nobody is sent to a team that is not there, nor in a circle to his own. Two teams may help each other: nobody goes back. */
async function checkTeams(client: PoolClient, own: string, others: string[]) {
  if (others.includes(own)) refuse('own-team')
  const wanted = [...new Set(others)]
  const { rowCount } = await client.query('select from teams where id = any($1::uuid[])', [wanted])
  if (rowCount !== wanted.length) refuse('no-such-team')
}

async function read(client: Pool | PoolClient, team: string): Promise<{ name: string; value: Versioned<TeamRouting>; shut?: Shut }> {
  const { rows } = await client.query<{ name: string; routing: SavedRouting | null; version: number }>(
    'select name, routing, coalesce(routing_version, 0) as version from teams where id = $1',
    [team],
  )
  const { name, routing, version } = rows[0] ?? refuse('no-such-team')
  return { name, value: { value: wholeRouting(routing), version }, ...(routing?.shut && { shut: routing.shut }) }
}
