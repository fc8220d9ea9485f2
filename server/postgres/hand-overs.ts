import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import { type RefusalCode, refuse } from '../../shared/refusal.ts'
import type { HandOverRows, KeptHandOver, KeptIncident, KeptItem } from '../desk/hand-over-rows.ts'
import { audited } from './audit.ts'
import { incidentsOfHandOver, inTime, keepIncidents, openIncidents, passIncidents } from './hand-over-incidents.ts'
import { refusingWhere } from './transaction.ts'

const mostListed = 30
/** Nobody has more than a few that are open, and nobody fills the database with them. */
const mostOpen = 10
const mostOwned = 500
/** Whoever accepted is at it himself for so long. */
const patienceSeconds = 10

/** What was offered at the end of shifts, in PostgreSQL. */
export const handOversIn = (pool: Pool): HandOverRows => ({
  async owned(agent) {
    const { rows } = await pool.query<{ state: Conversation }>(
      `select state from conversations join tickets on tickets.conversation_id = conversations.id
       where (tickets.communication_owner = $1 or tickets.work_owner = $1) and tickets.status in ('new', 'in-progress', 'on-hold')
       order by tickets.promised_until nulls last, conversations.changed_at desc limit ${mostOwned}`,
      [agent],
    )
    return rows.map(({ state }) => state)
  },

  incidents: () => openIncidents(pool),

  list: ({ agent, teams, watchesAll }, now) =>
    readThose(
      pool,
      `(state = 'open' or decided_at > $4::timestamptz - interval '1 day')
       and (from_agent = $1 or decided_by = $1 or (to_agent = $1 and state <> 'taken-back') or (to_team = any($2) and state = 'open')
         or ($3 and state in ('open', 'declined')))
       order by state <> 'open', made_at desc limit ${mostListed}`,
      [agent, teams, watchesAll, now],
    ),

  async read(id) {
    const [found] = await readThose(pool, 'hand_overs.id = $1', [id])
    return found ?? null
  },

  open: () => readThose(pool, "state = 'open'", []),

  unfinished: (now) =>
    readThose(
      pool,
      `state = 'accepted' and decided_at < $1::timestamptz - interval '${patienceSeconds} seconds'
       and exists (select from hand_over_items where hand_over_id = hand_overs.id and outcome is null) limit 20`,
      [now],
    ),

  offer: (by, { handOver, to, note, items, incidents = [] }) =>
    audited(pool, by, async (client, write) => {
      const from = by.agent?.id ?? refuse('not-allowed')
      // One after the other, so that nothing is offered twice.
      await client.query('select from agents where id = $1 for no key update', [from])
      const open = await client.query("select from hand_overs where from_agent = $1 and state = 'open'", [from])
      if (open.rows.length >= mostOpen) refuse('impossible-now')
      await mustBeFree(client, from, [...items.map(({ conversation }) => conversation), ...incidents.map(({ incident }) => incident)])
      const [agent, team] = 'agent' in to ? [to.agent, null] : [null, to.team]
      await refusingWhere(
        { hand_overs_pkey: 'already-exists', hand_overs_to_team_fkey: 'no-such-team', hand_overs_to_agent_fkey: 'no-such-agent' },
        client.query('insert into hand_overs (id, from_agent, to_agent, to_team, note, made_at) values ($1, $2, $3, $4, $5, $6)', [
          handOver,
          from,
          agent,
          team,
          note,
          by.at,
        ]),
      )
      await refusingWhere(
        { hand_over_items_pkey: 'malformed' },
        client.query(
          `insert into hand_over_items (hand_over_id, conversation_id, position, line, act)
           select $1, item.* from unnest($2::uuid[], $3::int[], $4::text[], $5::uuid[]) as item`,
          [
            handOver,
            items.map(({ conversation }) => conversation),
            items.map((_, place) => place),
            items.map(({ line }) => line),
            items.map(() => randomUUID()),
          ],
        ),
      )
      await refusingWhere({ hand_over_incidents_pkey: 'malformed' }, keepIncidents(client, handOver, incidents))
      const after = { conversations: items.length, ...(incidents.length > 0 && { incidents: incidents.length }) }
      await write({ what: 'hand-over:offer', subject: await meant(client, handOver), after })
    }),

  settle: (by, id, state, reason) =>
    audited(pool, by, async (client, write) => {
      const { rowCount } = await client.query(
        "update hand_overs set state = $2, decided_by = $3, decided_at = $4, reason = $5 where id = $1 and state = 'open'",
        [id, state, by.agent?.id ?? null, by.at, reason],
      )
      if (!rowCount) refuse('hand-over-over')
      await write({ what: verbs[state], subject: await meant(client, id) })
      if (state === 'accepted') await passIncidents(client, id, write)
    }),

  decline: (by, id, reason) =>
    audited(pool, by, async (client, write) => {
      const { rowCount: isOpen } = await client.query("select from hand_overs where id = $1 and state = 'open' for update", [id])
      if (!isOpen) refuse('hand-over-over')
      const { rowCount } = await client.query('insert into hand_over_declines values ($1, $2, $3, $4) on conflict do nothing', [
        id,
        by.agent?.id,
        reason,
        by.at,
      ])
      if (rowCount) await write({ what: 'hand-over:decline', subject: await meant(client, id) })
    }),

  reconsider: (by, id) =>
    audited(pool, by, async (client, write) => {
      const { rows } = await client.query<Standing>(
        'select state, from_agent as from, decided_by as by, to_team is not null as "isForTeam" from hand_overs where id = $1 for update',
        [id],
      )
      const { state, from, by: decider, isForTeam } = rows[0] ?? refuse('not-found')
      const isMine = isForTeam ? state === 'open' : state === 'open' || (state === 'declined' && decider === by.agent?.id)
      if (!isMine) refuse('hand-over-over')
      const { rowCount } = isForTeam
        ? await client.query('delete from hand_over_declines where hand_over_id = $1 and agent_id = $2', [id, by.agent?.id])
        : await reopen(client, id, from)
      if (rowCount) await write({ what: 'hand-over:reconsider', subject: await meant(client, id) })
    }),

  async note(id, outcomes) {
    await pool.query(
      `update hand_over_items set outcome = done.outcome from unnest($2::uuid[], $3::text[]) as done (conversation, outcome)
       where hand_over_id = $1 and conversation_id = done.conversation`,
      [id, outcomes.map(({ conversation }) => conversation), outcomes.map(({ outcome }) => outcome)],
    )
  },

  async forget(now) {
    await pool.query("delete from hand_overs where state <> 'open' and decided_at < $1::timestamptz - interval '30 days'", [now])
  },
})

interface Standing {
  state: KeptHandOver['state']
  from: string
  by: string | null
  isForTeam: boolean
}

/** What its giver has offered to somebody else meanwhile is not offered a second time. */
async function reopen(client: PoolClient, id: string, from: string) {
  const { rows } = await client.query<{ one: string }>(
    `select conversation_id as one from hand_over_items where hand_over_id = $1
     union all select incident_id from hand_over_incidents where hand_over_id = $1`,
    [id],
  )
  await client.query('select from agents where id = $1 for no key update', [from])
  await mustBeFree(
    client,
    from,
    rows.map(({ one }) => one),
    'hand-over-over',
  )
  return client.query(
    "update hand_overs set state = 'open', decided_by = null, decided_at = null, reason = '' where id = $1 and state = 'declined'",
    [id],
  )
}

/** Nothing lies in two hand-overs that are open. */
async function mustBeFree(client: PoolClient, from: string, things: readonly string[], otherwise: RefusalCode = 'handed-already') {
  const { rowCount } = await client.query(
    `select from hand_overs where from_agent = $1 and state = 'open' and (
       exists (select from hand_over_items where hand_over_id = hand_overs.id and conversation_id = any($2))
       or exists (select from hand_over_incidents where hand_over_id = hand_overs.id and incident_id = any($2))) limit 1`,
    [from, things],
  )
  if (rowCount) refuse(otherwise)
}

const verbs = { accepted: 'hand-over:accept', declined: 'hand-over:decline', 'taken-back': 'hand-over:take-back' } as const

/** Of whom the audit log tells: to whom it was offered. */
async function meant(client: PoolClient, id: string) {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select coalesce(teams.id, agents.id) as id, coalesce(teams.name, agents.name) as name from hand_overs
       left join teams on teams.id = to_team left join agents on agents.id = to_agent where hand_overs.id = $1`,
    [id],
  )
  return rows[0] ?? null
}

type Row = Omit<KeptHandOver, 'at' | 'decidedAt' | 'items' | 'incidents' | 'declines'> & {
  at: Date
  decidedAt: Date | null
  items: KeptItem[] | null
  incidents: KeptIncident[] | null
  declines: KeptHandOver['declines'] | null
}

async function readThose(pool: Pool, where: string, values: unknown[]): Promise<KeptHandOver[]> {
  const { rows } = await pool.query<Row>(
    `select hand_overs.id, note, made_at as at, state, decided_at as "decidedAt", reason,
       (select to_jsonb(one) from (select id, name from agents where id = from_agent) as one) as from,
       (select to_jsonb(one) from (select id, name from agents where id = to_agent) as one) as "toAgent",
       (select to_jsonb(one) from (select id, name from teams where id = to_team) as one) as "toTeam",
       (select to_jsonb(one) from (select id, name from agents where id = decided_by) as one) as by,
       (select jsonb_agg(jsonb_build_object('conversation', conversations.state, 'line', line, 'act', act, 'outcome', outcome) order by position)
        from hand_over_items join conversations on conversations.id = conversation_id where hand_over_id = hand_overs.id) as items,
       ${incidentsOfHandOver} as incidents,
       (select jsonb_agg(jsonb_build_object('by', jsonb_build_object('id', agents.id, 'name', agents.name), 'reason', declines.reason,
          'at', declines.at) order by declines.at)
        from hand_over_declines as declines join agents on agents.id = agent_id where hand_over_id = hand_overs.id) as declines
     from hand_overs where ${where}`,
    values,
  )
  return rows.map(({ at, decidedAt, items, incidents, declines, ...row }) => ({
    ...row,
    at: at.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    items: items ?? [],
    incidents: (incidents ?? []).map(inTime),
    declines: (declines ?? []).map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  }))
}
