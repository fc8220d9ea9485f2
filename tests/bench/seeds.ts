import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Part } from './generator/cast.ts'

/** Puts agents into the first team, and some visitors, where the product finds them, as if they had signed in before. */
export async function seed(url: string, counts: { requesters: number; agents: number }) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>('select id from teams order by tier, created_at, name limit 1')
    const [team] = rows
    if (!team) throw new Error('The desk has no team')
    return { agents: await seedAgents(client, team.id, counts.agents), requesters: await seedRequesters(client, counts.requesters) }
  } finally {
    await client.end()
    // The desk reads anew every three seconds who works there.
    await new Promise((resolve) => setTimeout(resolve, 4_000))
  }
}

const aToken = () => {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: createHash('sha256').update(token).digest() }
}

async function seedAgents(client: pg.Client, team: string, count: number): Promise<Part[]> {
  const rows = Array.from({ length: count }, () => ({ id: randomUUID(), ...aToken() }))
  const ids = rows.map(({ id }) => id)
  await client.query(
    `insert into agents (id, name, email, role) select id, 'Ada', id || '@example.com', 'agent' from unnest($1::uuid[]) as id`,
    [ids],
  )
  await client.query('insert into members (agent_id, team_id) select id, $2 from unnest($1::uuid[]) as id', [ids, team])
  await client.query(
    `insert into standings (agent_id, capacity, wish) select id, 5, 'away' from unnest($1::uuid[]) as id
     on conflict (agent_id) do update set capacity = 5, wish = 'away'`,
    [ids],
  )
  await client.query(
    `insert into sessions (id, agent_id, token_hash, created_at, seen_at)
     select gen_random_uuid(), id, hash, now(), now() from unnest($1::uuid[], $2::bytea[]) as new (id, hash)`,
    [ids, rows.map(({ hash }) => hash)],
  )
  return rows.map(({ token }) => ({
    side: 'agent',
    headers: { Cookie: `firstline_session=${token}` },
    auth: { as: 'agent' },
    conversations: [],
  }))
}

async function seedRequesters(client: pg.Client, count: number): Promise<Part[]> {
  const rows = Array.from({ length: count }, () => ({ id: randomUUID(), ...aToken() }))
  const ids = rows.map(({ id }) => id)
  await client.query(
    `insert into requesters (id, name, email, verified) select id, 'Rita', 'rita@example.com', true from unnest($1::uuid[]) as id`,
    [ids],
  )
  await client.query(
    `insert into visits (id, token_hash, requester_id) select gen_random_uuid(), hash, id from unnest($1::uuid[], $2::bytea[]) as new (id, hash)`,
    [ids, rows.map(({ hash }) => hash)],
  )
  return rows.map(({ token }) => ({ side: 'requester', headers: {}, auth: { as: 'requester', visit: token }, conversations: [] }))
}
