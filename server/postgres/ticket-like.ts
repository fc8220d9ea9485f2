import type { Pool } from 'pg'
import { type TicketStatus, ticketLabel } from '../../shared/ticket.ts'
import type { Likeness, TicketReach } from '../desk/tickets/tickets.ts'
import { conditionsOf, parameters, where } from './ticket-conditions.ts'
import { plainWords } from './ticket-words.ts'

/** Whoever is like a ticket is looked for among so many of the latest: enough to know, and quick however many there ever were. */
const latest = 1_000
const mostWords = 14

/** Tickets with the same words, the rarer the more they count; and what others of the same topic were about. */
export async function readLikeness(pool: Pool, reach: TicketReach, conversation: string): Promise<Likeness> {
  const { words, topic } = await readAsked(pool, conversation)
  const [similar, ofTopic] = await Promise.all([
    words.length > 0 ? readSimilar(pool, reach, conversation, words) : [],
    topic ? readOfTopic(pool, reach, topic) : [],
  ])
  return { similar, ofTopic }
}

/** What its requester wrote, in words that can tell something. */
async function readAsked(pool: Pool, conversation: string) {
  const { rows } = await pool.query<{ text: string; topic: string | null }>(
    `select state ->> 'topic' as topic, concat_ws(' ', state -> 'ticket' ->> 'subject', (
       select left(string_agg(body ->> 'text', ' ' order by seq), 2000) from entries
       where conversation_id = conversations.id and lane = 'public' and (kind = 'told' or kind = 'said' and by = requester_id))) as text
     from conversations where id = $1`,
    [conversation],
  )
  const written = plainWords(rows[0]?.text ?? '').split(' ')
  const telling = written.filter((word) => word.length > 3 || /\d/.test(word))
  return { words: [...new Set(telling)].slice(0, mostWords), topic: rows[0]?.topic ?? null }
}

async function readSimilar(pool: Pool, reach: TicketReach, conversation: string, words: string[]): Promise<Likeness['similar']> {
  const { values, put } = parameters()
  const conditions = [`conversation_id <> ${put(conversation)}`, 'search is not null', ...conditionsOf(reach, {}, put)]
  const { rows } = await pool.query<{
    conversation: string
    number: string
    subject: string
    status: TicketStatus
    categoryId: string | null
    weight: number
  }>(
    `with recent as materialized (
       select conversation_id, number, subject, status, category_id, search from tickets ${where(conditions)}
       order by changed_at desc, number desc limit ${latest}),
     hits as (
       select word, recent.conversation_id from unnest(${put(words)}::text[]) as word join recent on search @@ plainto_tsquery('simple', word)),
     rarity as (select word, ln(1 + (select count(*) from recent)::float / count(*)) as weight from hits group by word)
     select recent.conversation_id as conversation, number, subject, status, category_id as "categoryId", sum(weight) as weight
     from hits join rarity using (word) join recent using (conversation_id)
     group by 1, 2, 3, 4, 5 having count(*) >= ${put(Math.min(2, words.length))}
     order by weight desc, number desc limit 10`,
    values,
  )
  return rows.map(({ number, ...row }) => ({ ...row, number: Number(number), label: ticketLabel(Number(number)) }))
}

async function readOfTopic(pool: Pool, reach: TicketReach, topic: string): Promise<string[]> {
  const { values, put } = parameters()
  const conditions = where(['category_id is not null', ...conditionsOf(reach, {}, put)])
  const { rows } = await pool.query<{ category_id: string }>(
    `select category_id from (select conversation_id, category_id from tickets ${conditions} order by changed_at desc, number desc limit ${latest})
       as recent join conversations on conversations.id = conversation_id
     where state ->> 'topic' = ${put(topic)} group by category_id order by count(*) desc limit 10`,
    values,
  )
  return rows.map(({ category_id }) => category_id)
}

/** From when an agent first had it, since it was opened or last reopened, until it ended or now. */
export async function readMinutes(pool: Pool, conversation: string): Promise<number> {
  const { rows } = await pool.query<{ minutes: number | null }>(
    `select extract(epoch from coalesce((state ->> 'endedAt')::timestamptz, now()) - min(at))::float / 60 as minutes
     from conversations join entries on conversation_id = id
     where id = $1 and lane = 'public' and kind = 'assigned' and seq > coalesce((
       select max(seq) from entries where conversation_id = $1 and lane = 'public' and kind = 'reopened'), 0)
     group by state`,
    [conversation],
  )
  return Math.max(0, rows[0]?.minutes ?? 0)
}
