import type { Pool } from 'pg'
import type { Named } from '../../shared/people.ts'
import { followersHear, type KeptNews, type NewsRows, namedIn, type Place } from '../desk/news.ts'
import { type Columns, given } from './given.ts'
import type { Statements } from './volley.ts'
import type { Work } from './work.ts'

/** With the entries themselves: whom they name, and who follows where something happens that matters. */
export function writeNews(statements: Statements, { written, conversations }: Work): Promise<unknown>[] {
  const at = written.flatMap(({ conversation, entry }) => {
    const state = conversations.get(conversation)
    return state ? [{ conversation, entry, state }] : []
  })
  const named = at.flatMap(({ conversation, entry, state }) =>
    namedIn(entry, state).map(({ agent, why }) => [agent, conversation, entry.lane, entry.seq, why, entry.at]),
  )
  const heard = at.flatMap(({ conversation, entry, state }) => {
    const why = followersHear(entry, state)
    return why ? [[entry.by, conversation, entry.lane, entry.seq, why, entry.at]] : []
  })
  return [...(named.length > 0 ? [tellNamed(statements, named)] : []), ...(heard.length > 0 ? [tellFollowers(statements, heard)] : [])]
}

const columns: Columns = { agent: 'uuid', conversation: 'uuid', lane: 'word', seq: 'int', why: 'word', at: 'timestamptz' }
const fields = 'agent_id, conversation_id, lane, seq, why, at'

function tellNamed(statements: Statements, rows: (string | number)[][]) {
  const named = given('named', columns, rows)
  return statements.query({
    name: `news-named-${named.shape}`,
    text: `insert into news (${fields}) select * from ${named.from} on conflict do nothing`,
    values: named.values,
  })
}

/** The first column says who did it, and hears nothing of it. */
function tellFollowers(statements: Statements, rows: (string | number)[][]) {
  const heard = given('heard', columns, rows)
  return statements.query({
    name: `news-heard-${heard.shape}`,
    text: `insert into news (${fields})
      select followers.agent_id, conversation, lane, seq, why, at from ${heard.from}
      join followers on followers.conversation_id = conversation and followers.agent_id <> heard.agent on conflict do nothing`,
    values: heard.values,
  })
}

const mostListed = 50
const mostText = 300

/** What agents are to hear of, and who follows what, in PostgreSQL. */
export const newsIn = (pool: Pool): NewsRows => ({
  of: (agent) => readThose(pool, `news.agent_id = $1 order by news.seen_at is not null, news.at desc limit ${mostListed}`, [agent]),

  about: (places: Place[]) =>
    readThose(
      pool,
      '(news.conversation_id, news.lane, news.seq) in (select * from unnest($1::uuid[], $2::text[], $3::int[])) and news.seen_at is null',
      [places.map(({ conversation }) => conversation), places.map(({ lane }) => lane), places.map(({ seq }) => seq)],
    ),

  async see(agent, conversation, at) {
    await pool.query(
      'update news set seen_at = $3 where agent_id = $1 and seen_at is null and ($2::uuid is null or conversation_id = $2)',
      [agent, conversation, at],
    )
  },

  async followers(conversation) {
    const { rows } = await pool.query<Named>(
      `select id, name from followers join agents on agents.id = agent_id
       where conversation_id = $1 and disabled_at is null order by since, id`,
      [conversation],
    )
    return rows
  },

  async follow(conversation, agent, following, at) {
    await (following
      ? pool.query('insert into followers (conversation_id, agent_id, since) values ($1, $2, $3) on conflict do nothing', [
          conversation,
          agent,
          at,
        ])
      : pool.query('delete from followers where conversation_id = $1 and agent_id = $2', [conversation, agent]))
  },

  async forget(now) {
    await pool.query(
      "delete from news where seen_at < $1::timestamptz - interval '30 days' or at < $1::timestamptz - interval '180 days'",
      [now],
    )
  },
})

type Row = Omit<KeptNews, 'at'> & { at: Date }

async function readThose(pool: Pool, where: string, values: unknown[]): Promise<KeptNews[]> {
  const { rows } = await pool.query<Row>(
    `select news.agent_id as agent, conversations.state as conversation, news.lane, news.seq, news.why, news.at,
       news.seen_at is not null as seen, entries.by, agents.name as "byName", left(entries.body->>'text', ${mostText}) as text,
       exists (select from followers where followers.conversation_id = news.conversation_id and followers.agent_id = news.agent_id) as following
     from news join conversations on conversations.id = news.conversation_id
       join entries on entries.conversation_id = news.conversation_id and entries.lane = news.lane and entries.seq = news.seq
       left join agents on agents.id = entries.by
     where ${where}`,
    values,
  )
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
