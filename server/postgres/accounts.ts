import type { Pool, PoolClient } from 'pg'
import type { Role } from '../../shared/people.ts'
import { refuse } from '../../shared/refusal.ts'
import { type Accounts, type Entrance, placeholderEmail } from '../desk/people.ts'
import { writerFor } from './audit.ts'
import { agentWithToken } from './door.ts'
import { speakToTheFirst } from './first-administrator.ts'
import { dropLink, findInvited, useLink } from './invitations.ts'
import { endOtherSessions, endSession, endSessionsOf, openSession } from './sessions.ts'
import { inTransaction, refusingWhere } from './transaction.ts'

/** Passwords, sessions and one-time links. */
export const accountsIn = (pool: Pool): Accounts => ({
  async credentials(email) {
    const { rows } = await pool.query<{ agent: string; hash: string }>(
      `select id as agent, password_hash as hash from agents
       where lower(email) = lower($1) and password_hash is not null and disabled_at is null`,
      [email],
    )
    return rows[0] ?? null
  },

  signIn: (by, known) => inTransaction(pool, (client) => openSession(client, known, by)),

  signOut: (token) => endSession(pool, token),

  changePassword: (by, known, wanted) => inTransaction(pool, (client) => changePassword(client, by, known, wanted)),

  async me(token, at) {
    const found = await agentWithToken(pool, token, at)
    if (!found) return null
    const { id, name, role, teams } = found.who
    return { id, name, email: found.email, role, teams: [...teams] }
  },

  async invited(token, at) {
    const found = await findInvited(pool, token, at)
    return found && { agent: found.id, name: found.name, email: found.email === placeholderEmail ? null : found.email }
  },

  accept: (by, link, person) => inTransaction(pool, (client) => accept(client, by, link, person)),
})

async function accept(client: PoolClient, by: Entrance, link: string, person: Parameters<Accounts['accept']>[2]) {
  const agent = (await useLink(client, link, by.at)) ?? refuse('link-over')
  const before = await setPassword(client, agent, person)
  if (person.email && person.language) await speakToTheFirst(client, person.language)
  await endSessionsOf(client, agent)
  const token = (await openSession(client, { agent, hash: person.hash }, by)) ?? refuse('link-over')
  const write = writerFor(client, { agent: { id: agent, role: before.role }, request: by.request, address: by.address, at: by.at })
  await write({ what: 'people:accept-link', subject: { id: agent, name: person.name }, after: { name: person.name, email: before.email } })
  return { agent, token }
}

async function changePassword(client: PoolClient, by: Entrance, known: Known, { hash, token }: { hash: string; token: string }) {
  const { rows } = await client.query<{ id: string; name: string; role: Role }>(
    'update agents set password_hash = $3 where id = $1 and password_hash = $2 and disabled_at is null returning id, name, role',
    [known.agent, known.hash, hash],
  )
  const [agent] = rows
  if (!agent) return null
  // A link for a forgotten password would set another one.
  await dropLink(client, agent.id)
  const ended = await endOtherSessions(client, agent.id, token)
  const write = writerFor(client, { agent, request: by.request, address: by.address, at: by.at })
  await write({ what: 'people:change-password', subject: { id: agent.id, name: agent.name } })
  return ended
}

/** A password as it was checked. */
type Known = Parameters<Accounts['changePassword']>[1]

async function setPassword(client: PoolClient, agent: string, { name, email, hash }: Parameters<Accounts['accept']>[2]) {
  const { rows } = await refusingWhere(
    { agents_email: 'email-taken' },
    client.query<{ email: string; role: Role }>(
      `update agents set name = $2, password_hash = $3, version = version + 1,
         email = case when email = $4 then coalesce($5, email) else email end
       where id = $1 and disabled_at is null returning email, role`,
      [agent, name, hash, placeholderEmail, email ?? null],
    ),
  )
  return rows[0] ?? refuse('link-over')
}
