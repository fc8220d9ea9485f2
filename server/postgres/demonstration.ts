import type { Pool, PoolClient } from 'pg'
import type { Demonstration } from '../../shared/protocol/setup.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Demonstrations } from '../desk/setup.ts'
import { audited } from './audit.ts'
import { firstTeam } from './first-administrator.ts'

/** Whoever writes over this address marks everything as made up, in the moment in which it is written. */
export function madeUp(databaseUrl: string): string {
  return `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}options=${encodeURIComponent('-c firstline.made_up=on')}`
}

/** What `populate` made. It is taken away in one transaction, and nothing else with it. */
export const demonstrationsIn = (pool: Pool): Demonstrations => ({
  look: () => look(pool),

  remove: (by) =>
    audited(pool, by, async (client, write) => {
      if (by.agent) await refuseToMadeUp(client, by.agent.id)
      const removed = (await look(client)) ?? refuse('not-found')
      await removeConversations(client)
      await removeRequesters(client)
      await client.query('delete from replies where made_up')
      await client.query('delete from guides where made_up')
      await client.query('delete from articles where made_up')
      await client.query('delete from sites where made_up')
      await removeCategories(client)
      const gone = await removeAgents(client, by.at)
      await removeTeams(client, by.at)
      await write({ what: 'demonstration:remove', subject: null, before: removed })
      const { rows } = await client.query<{ id: string }>('select id from agents where disabled_at is null')
      return { removed, gone, left: rows.map(({ id }) => id) }
    }),
})

async function look(client: Pool | PoolClient): Promise<Demonstration | null> {
  const { rows } = await client.query<Demonstration>(
    `select (select count(*)::int from conversations where made_up) as tickets,
       (select count(*)::int from agents where made_up) as people,
       (select count(*)::int from teams where made_up) as teams,
       (select count(*)::int from requesters where made_up) as requesters,
       (select count(*)::int from replies where made_up) as replies,
       (select count(*)::int from sites where made_up) as sites`,
  )
  const [found] = rows
  return found && Object.values(found).some(Boolean) ? found : null
}

/** He would take his own account away under himself, and leave nobody who can sign in. */
async function refuseToMadeUp(client: PoolClient, agent: string) {
  const { rowCount } = await client.query('select 1 from agents where id = $1 and made_up', [agent])
  if (rowCount) refuse('made-up-person')
}

/** With all that was said in them. Locked first, in the order in which acts lock them; whoever carried one has a place free again. */
async function removeConversations(client: PoolClient) {
  await client.query('select id from conversations where made_up order by id for update')
  await client.query(
    `update standings set load = greatest(0, load - carried.count) from (
       select agent_id, count(*)::int as count from conversations where made_up and status in ('active', 'held') group by agent_id
     ) as carried where carried.agent_id = standings.agent_id`,
  )
  for (const table of ['entries', 'cursors', 'outbox', 'tickets', 'speakers']) {
    await client.query(`delete from ${table} where conversation_id in (select id from conversations where made_up)`)
  }
  await client.query('delete from conversations where made_up')
}

async function removeRequesters(client: PoolClient) {
  await client.query('delete from requesters where made_up and not exists (select from conversations where requester_id = requesters.id)')
  await client.query('update requesters set made_up = false where made_up')
}

/** The audit log knows who added which. Those that a real ticket has stay, with all above them: leaves go first. */
async function removeCategories(client: PoolClient) {
  for (let left: number | null = 1; left; ) {
    const { rowCount } = await client.query(
      `delete from categories where id in (
         select subject_id from audit join agents on agents.id = who where what = 'categories:save' and before is null and made_up)
         and not exists (select from tickets where category_id = categories.id)
         and not exists (select from categories as below where below.parent_id = categories.id)`,
    )
    left = rowCount
  }
}

/** Those who took part in something real stay, since it names them, and cannot come in any more. */
async function removeAgents(client: PoolClient, at: Date): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from agents where made_up order by id for update')
  const gone = rows.map(({ id }) => id)
  await client.query(
    `delete from agents where id = any($1)
       and not exists (select from entries where by = agents.id)
       and not exists (select from speakers where agent_id = agents.id)
       and not exists (select from conversations where agent_id = agents.id or offered_to = agents.id)
       and not exists (select from tickets where agents.id in (communication_owner, work_owner))`,
    [gone],
  )
  await client.query('update agents set made_up = false, disabled_at = coalesce(disabled_at, $2) where id = any($1)', [gone, at])
  await client.query("update standings set wish = 'away' where agent_id = any($1)", [gone])
  await client.query('delete from sessions where agent_id = any($1)', [gone])
  await client.query('delete from invitations where agent_id = any($1)', [gone])
  return gone
}

/** Those that something real belongs to stay. A desk without any team gets its first, with everybody in it. */
async function removeTeams(client: PoolClient, at: Date) {
  await client.query(
    `delete from teams where made_up
       and not exists (select from conversations where team_id = teams.id) and not exists (select from tickets where team_id = teams.id)`,
  )
  await client.query('update teams set made_up = false where made_up')
  const { rowCount } = await client.query('select from teams limit 1')
  if (rowCount) return
  const team = await firstTeam(client, at)
  await client.query('insert into members (agent_id, team_id) select id, $1 from agents where disabled_at is null', [team])
}
