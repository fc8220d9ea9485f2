import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { LookLanguage } from '../../shared/look.ts'
import { placeholderEmail, welcomeUrl } from '../desk/people.ts'
import { addAgent, lockAdministrators } from './agents.ts'
import { writerFor } from './audit.ts'
import { linkMadeAt, makeLink } from './invitations.ts'
import { inTransaction } from './transaction.ts'

/**
 * The one-time link that makes the first administrator, or null once there is one who can sign in.
 * Each call makes a new link, and ends the one before. An empty desk gets its first team as well.
 */
export function firstAdministratorLink(pool: Pool, publicUrl: string, at = new Date()): Promise<string | null> {
  return inTransaction(pool, async (client) => {
    const agent = await firstOne(client, at)
    return agent && linkFor(client, agent, publicUrl, at)
  })
}

/**
 * The same for a process that starts beside others, or again: a link that is good still stays so, and is not known any
 * more, only when it was made.
 */
export function firstAdministratorLinkOnce(
  pool: Pool,
  publicUrl: string,
  at = new Date(),
): Promise<{ link: string } | { madeAt: Date } | null> {
  return inTransaction(pool, async (client) => {
    const agent = await firstOne(client, at)
    if (!agent) return null
    const madeAt = await linkMadeAt(client, agent.id, at)
    return madeAt ? { madeAt } : { link: await linkFor(client, agent, publicUrl, at) }
  })
}

/** The first administrator, who has never come in yet, and the team he finds; null when there is one who has. One of a demonstration is none. */
async function firstOne(client: PoolClient, at: Date) {
  await lockAdministrators(client)
  const team = (await someTeam(client)) ?? (await firstTeam(client, at))
  if (await anAdministratorCanSignIn(client)) return null
  const id = (await awaitedAdministrator(client)) ?? (await addAgent(client, firstAdministrator, [team], at))
  return { id, name: firstAdministrator.name }
}

/** A new link for an administrator who is locked out; null if nobody of this address is an administrator. */
export function lockedOutLink(pool: Pool, email: string, publicUrl: string, at = new Date()): Promise<string | null> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string; name: string }>(
      "select id, name from agents where lower(email) = lower($1) and role = 'administrator' and disabled_at is null",
      [email],
    )
    return rows[0] ? linkFor(client, rows[0], publicUrl, at) : null
  })
}

async function linkFor(client: PoolClient, agent: { id: string; name: string }, publicUrl: string, at: Date) {
  const { token } = await makeLink(client, agent.id, at)
  await writerFor(client, { agent: null, request: null, address: null, at })({ what: 'server:new-link', subject: agent })
  return welcomeUrl(publicUrl, token)
}

const firstAdministrator = { name: 'Administrator', email: placeholderEmail, role: 'administrator', capacity: 5 } as const

async function anAdministratorCanSignIn(client: PoolClient) {
  const { rowCount } = await client.query(
    "select 1 from agents where role = 'administrator' and password_hash is not null and not made_up limit 1",
  )
  return Boolean(rowCount)
}

async function awaitedAdministrator(client: PoolClient) {
  const { rows } = await client.query<{ id: string }>('select id from agents where email = $1', [placeholderEmail])
  return rows[0]?.id ?? null
}

async function someTeam(client: PoolClient) {
  const { rows } = await client.query<{ id: string }>('select id from teams order by created_at, id limit 1')
  return rows[0]?.id ?? null
}

/** What a desk without any team begins with. */
export async function firstTeam(client: PoolClient, at: Date) {
  const id = randomUUID()
  await client.query('insert into teams (id, name, tier, created_at) values ($1, $2, 1, $3)', [id, usualTeam.name, at])
  for (const [position, name] of usualTeam.topics.entries()) await addTopic(client, id, name, position)
  return id
}

const addTopic = (client: PoolClient, team: string, name: string, position: number) =>
  client.query('insert into topics (id, team_id, name, position) values ($1, $2, $3, $4)', [randomUUID(), team, name, position])

/** Calls the first team and its topics as the first administrator does, where nobody arranged them yet. The ids stay. */
export async function speakToTheFirst(client: PoolClient, language: LookLanguage) {
  const wanted = usualTeams[language]
  const { rows } = await client.query<{ id: string }>(
    `update teams set name = $3 where name = $1 and not made_up
       and array(select topics.name from topics where team_id = teams.id order by position) = $2::text[]
       and not exists (select from teams where lower(name) = lower($3)) returning id`,
    [usualTeam.name, usualTeam.topics, wanted.name],
  )
  const ids = rows.map(({ id }) => id)
  await client.query(
    `update topics set name = called.now from unnest($2::text[], $3::text[]) as called (before, now)
     where team_id = any($1::uuid[]) and name = called.before`,
    [ids, usualTeam.topics, wanted.topics],
  )
}

/** As the first team is until somebody arranges it. */
const usualTeam = {
  name: 'Service desk',
  topics: ['Password or account', 'Computer', 'Network or VPN', 'Printer', 'Software', 'Something else'],
}

/** The same in each language that the first administrator may speak. */
export const usualTeams: Record<LookLanguage, typeof usualTeam> = {
  en: usualTeam,
  de: {
    name: 'Helpdesk',
    topics: ['Passwort oder Konto', 'Computer', 'Netzwerk oder VPN', 'Drucker', 'Software', 'Etwas anderes'],
  },
}
