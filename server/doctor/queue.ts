import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { found, type Look, type Patient } from './examine.ts'

const againAfterMs = 1_500
const lateSeconds = 60
const slowMinutes = 15

/** Whether those who wait by PostgreSQL are those who wait by Redis. What moved between two looks is looked at once more. */
export const line: Look = async (patient) => {
  const first = await compared(patient)
  if (first.missing.size + first.strange.size === 0) return found('line-equal', { waiting: first.waiting })
  await pause(againAfterMs)
  const second = await compared(patient)
  const missing = [...second.missing].filter((one) => first.missing.has(one)).length
  const strange = [...second.strange].filter((one) => first.strange.has(one)).length
  return missing + strange === 0 ? found('line-equal', { waiting: second.waiting }) : found('line-differs', { missing, strange })
}

async function compared({ pool, fast }: Patient) {
  const inRedis = new Set<string>()
  for (const team of await fast.teams()) for (const conversation of (await fast.all(team)).keys()) inRedis.add(`${team} ${conversation}`)
  const { rows } = await pool.query<{ place: string }>("select team_id || ' ' || id as place from conversations where status = 'waiting'")
  const inPostgres = new Set(rows.map(({ place }) => place))
  return { waiting: inPostgres.size, missing: without(inPostgres, inRedis), strange: without(inRedis, inPostgres) }
}

const without = (these: Set<string>, those: Set<string>) => new Set([...these].filter((one) => !those.has(one)))

/** Whether each load row counts what its agent carries: what he has, what rings for him, and what he has yet to wrap up. */
export const loads: Look = async ({ pool }) => {
  const { rows } = await pool.query<{ name: string }>(
    `with carried as (
       select case status when 'waiting' then offered_to else agent_id end as agent, sum(coalesce((state ->> 'weighs')::float8, 1)) as weight
       from conversations
       where status in ('active', 'held') or (status = 'waiting' and offered_to is not null)
         or (status = 'ended' and changed_at > now() - interval '1 day' and (state ->> 'weighs')::float8 > 0)
       group by 1)
     select name from standings join agents on agents.id = agent_id left join carried on agent = agents.id
     where abs(load - coalesce(weight, 0)) > 0.005 order by name limit 20`,
  )
  return rows.length === 0 ? found('loads-right') : found('loads-wrong', { agents: rows.map(({ name }) => name).join(', ') })
}

/** Whether the clock keeps up with what is due. */
export const deadlines: Look = async ({ pool }) => {
  const { rows } = await pool.query<{ count: number; seconds: number }>(
    `select count(*)::int as count, coalesce(extract(epoch from now() - min(due_at)), 0)::int as seconds
     from conversations where due_at < now() - make_interval(secs => $1)`,
    [lateSeconds],
  )
  const [{ count = 0, seconds = 0 } = {}] = rows
  return count === 0 ? found('deadlines-kept') : found('deadlines-late', { count, seconds })
}

/** Whether what is to leave the house does. */
export const outbox: Look = async ({ pool }) => {
  const { rows } = await pool.query<{ waiting: number; aside: number; minutes: number }>(
    `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'set-aside')::int as aside,
       coalesce(extract(epoch from now() - min(created_at) filter (where state = 'waiting')) / 60, 0)::int as minutes
     from outbox where state in ('waiting', 'set-aside')`,
  )
  const [{ waiting = 0, aside = 0, minutes = 0 } = {}] = rows
  if (minutes >= slowMinutes) return found('outbox-late', { waiting, minutes })
  return aside > 0 ? found('outbox-aside', { aside }) : found('outbox-flows', { waiting })
}

/** Whether each conversation has its ticket. */
export const tickets: Look = async ({ pool }) => {
  const count = await countOf(
    pool,
    'select count(*)::int as count from conversations where not exists (select from tickets where conversation_id = id)',
  )
  return count === 0 ? found('tickets-whole') : found('tickets-missing', { count })
}

async function countOf(pool: Pool, question: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(question)
  return rows[0]?.count ?? 0
}
