import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Role } from '../../shared/people.ts'
import type { Member } from '../../shared/protocol/people.ts'
import { refuse } from '../../shared/refusal.ts'
import type { By, People } from '../desk/people.ts'
import { audited } from './audit.ts'
import { dropLink, makeLink } from './invitations.ts'
import { endSessionsOf } from './sessions.ts'
import { refusingWhere } from './transaction.ts'

/** The accounts of those who help. */
export const peopleIn = (pool: Pool): People => ({
  list: (at) => members(pool, at),

  invite: (by, newcomer) =>
    audited(pool, by, async (client, write) => {
      const { teams, ...account } = newcomer
      const id = await addAgent(client, account, teams ?? (await firstTeam(client)), by.at)
      const opening = await makeLink(client, id, by.at)
      const member = await memberOf(client, id, by.at)
      await write({ what: 'people:invite', subject: member, after: kept(member) })
      return { member, ...opening }
    }),

  change: (by, { agent, version, teams, ...wanted }) =>
    changing(pool, by, 'people:change', agent, version, async (client, before) => {
      if (wanted.role !== 'administrator') await keepAnAdministrator(client, before)
      await refusingWhere(
        { agents_email: 'email-taken' },
        client.query('update agents set name = $2, email = $3, role = $4 where id = $1', [agent, wanted.name, wanted.email, wanted.role]),
      )
      await client.query('update standings set capacity = $2 where agent_id = $1', [agent, wanted.capacity])
      await setTeams(client, agent, teams)
    }),

  rename: (by, name) =>
    audited(pool, by, async (client, write) => {
      const before = await memberOf(client, by.agent.id, by.at)
      if (before.name === name) return
      await client.query('update agents set name = $2, version = version + 1 where id = $1', [by.agent.id, name])
      await write({ what: 'people:rename', subject: { id: before.id, name }, before: { name: before.name }, after: { name } })
    }),

  disable: (by, { agent, version }) =>
    changing(pool, by, 'people:disable', agent, version, async (client, before) => {
      await keepAnAdministrator(client, before)
      await client.query('update agents set disabled_at = coalesce(disabled_at, $2) where id = $1', [agent, by.at])
      await client.query("update standings set wish = 'away' where agent_id = $1", [agent])
      await endSessionsOf(client, agent)
      await dropLink(client, agent)
    }),

  enable: (by, { agent, version }) =>
    changing(pool, by, 'people:enable', agent, version, async (client) => {
      await client.query('update agents set disabled_at = null where id = $1', [agent])
      await endSessionsOf(client, agent)
    }),

  newLink: (by, agent) =>
    audited(pool, by, async (client, write) => {
      const member = await memberOf(client, agent, by.at)
      if (member.state === 'disabled') refuse('agent-disabled')
      await write({ what: 'people:new-link', subject: member })
      return makeLink(client, agent, by.at)
    }),

  signOutEverywhere: (by, agent) =>
    audited(pool, by, async (client, write) => {
      const member = await memberOf(client, agent, by.at)
      await endSessionsOf(client, agent)
      await write({ what: 'people:sign-out-everywhere', subject: member })
    }),
})

/** Adds an account without a password, with its standing and its teams. */
export async function addAgent(client: PoolClient, account: NewAgent, teams: readonly string[], at: Date): Promise<string> {
  const id = randomUUID()
  const { name, email, role, capacity } = account
  await refusingWhere(
    { agents_email: 'email-taken' },
    client.query('insert into agents (id, name, email, role, created_at) values ($1, $2, $3, $4, $5)', [id, name, email, role, at]),
  )
  await client.query('insert into standings (agent_id, capacity) values ($1, $2)', [id, capacity])
  await setTeams(client, id, teams)
  return id
}

interface NewAgent {
  name: string
  email: string
  role: Role
  capacity: number
}

/** Whoever takes an administrator away, or asks whether there is one, waits here for the others who do. */
export const lockAdministrators = (client: PoolClient) => client.query("select pg_advisory_xact_lock(hashtext('administrators'))")

async function changing(
  pool: Pool,
  by: By,
  what: string,
  agent: string,
  version: number,
  change: (client: PoolClient, before: Member) => Promise<void>,
): Promise<Member> {
  return audited(pool, by, async (client, write) => {
    await lockAdministrators(client)
    const before = await memberOf(client, agent, by.at)
    const { rowCount } = await client.query('update agents set version = version + 1 where id = $1 and version = $2', [agent, version])
    if (!rowCount) refuse('changed-meanwhile')
    await change(client, before)
    const after = await memberOf(client, agent, by.at)
    await write({ what, subject: after, before: kept(before), after: kept(after) })
    return after
  })
}

async function keepAnAdministrator(client: PoolClient, { id, role, state }: Member) {
  if (role !== 'administrator' || state !== 'active') return
  const { rowCount } = await client.query(
    "select 1 from agents where role = 'administrator' and password_hash is not null and disabled_at is null and id <> $1 limit 1",
    [id],
  )
  if (!rowCount) refuse('last-administrator')
}

async function setTeams(client: PoolClient, agent: string, teams: readonly string[]) {
  await client.query('delete from members where agent_id = $1 and team_id <> all($2::uuid[])', [agent, teams])
  await refusingWhere(
    { members_team_id_fkey: 'no-such-team' },
    client.query('insert into members (agent_id, team_id) select $1, unnest($2::uuid[]) on conflict do nothing', [agent, teams]),
  )
}

async function firstTeam(client: PoolClient) {
  const { rows } = await client.query<{ id: string }>('select id from teams order by created_at, id limit 1')
  return rows.map((row) => row.id)
}

/** What the log keeps of an account. */
const kept = ({ name, email, role, teams, capacity, state }: Member) => ({ name, email, role, teams, capacity, state })

async function memberOf(client: PoolClient, agent: string, at: Date): Promise<Member> {
  const [member] = await members(client, at, agent)
  return member ?? refuse('no-such-agent')
}

async function members(client: Pool | PoolClient, at: Date, agent: string | null = null): Promise<Member[]> {
  const { rows } = await client.query<Row>(
    `select agents.id, name, email, role, version, capacity, disabled_at, password_hash is not null as ready, expires_at,
       array(select team_id::text from members where members.agent_id = agents.id order by 1) as teams,
       (select max(seen_at) from sessions where sessions.agent_id = agents.id) as seen_at
     from agents
     join standings on standings.agent_id = agents.id
     left join invitations on invitations.agent_id = agents.id and expires_at > $1
     where $2::uuid is null or agents.id = $2
     order by lower(name), agents.id`,
    [at, agent],
  )
  return rows.map(memberFrom)
}

interface Row extends Omit<Member, 'state' | 'linkUntil' | 'lastSeen'> {
  disabled_at: Date | null
  ready: boolean
  expires_at: Date | null
  seen_at: Date | null
}

function memberFrom({ disabled_at, ready, expires_at, seen_at, ...row }: Row): Member {
  const state = disabled_at ? 'disabled' : ready ? 'active' : 'invited'
  return { ...row, state, linkUntil: expires_at?.toISOString() ?? null, lastSeen: seen_at?.toISOString() ?? null }
}
