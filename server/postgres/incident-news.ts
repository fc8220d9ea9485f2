import type { Pool } from 'pg'
import type { IncidentAtHand } from '../desk/ports.ts'
import type { NewsRows, NewsToBring } from '../desk/telling-all.ts'

const heldSeconds = 20
/** A ticket may join in the very moment in which its incident is over, on what another process knew. */
const settledAfterSeconds = 120
const openTicket = `tickets.status in ('new', 'in-progress', 'on-hold')`
/** What was solved, perhaps with the last news, hears that this was too early. */
const comesBack = `tickets.status in ('resolved', 'closed') and tickets.code = 'solved' and tickets.merged_into is null and exists (
  select from incident_news as too_early where too_early.incident_id = tickets.incident_id
    and too_early.edition = tickets.incident_edition + 1 and too_early.reopens)`
/** A ticket that does not know the latest news of its incident, and is to. */
export const untold = `tickets.incident_id = incidents.id and incident_edition < incidents.edition and (${openTicket} or ${comesBack})`

/** Which news has not come to which conversation yet, as their tickets say. */
export const newsRowsIn = (pool: Pool): NewsRows => ({
  async claim(now) {
    const { rows } = await pool.query<{ id: string }>({
      name: 'claim-incidents',
      text: `update incidents set claimed_until = $1::timestamptz + make_interval(secs => $2) where id in (
          select id from incidents where settled_at is null and (claimed_until is null or claimed_until < $1)
            and exists (select from tickets where ${untold}) for update skip locked)
        returning id`,
      values: [now, heldSeconds],
    })
    return rows.map(({ id }) => id)
  },

  async next(incident, count, besides, now) {
    const { rows } = await pool.query<NewsToBring>({
      name: 'next-news',
      text: `with held as (update incidents set claimed_until = $4::timestamptz + make_interval(secs => $5) where id = $1 returning id)
        select tickets.conversation_id as conversation, incidents.id as incident, incidents.title, news.id as news, news.edition,
          news.agent_id as agent, news.name, news.text, news.is_last as "isLast", news.reopens
        from held join incidents on incidents.id = held.id join tickets on ${untold}
        join incident_news as news on news.incident_id = incidents.id and news.edition = tickets.incident_edition + 1
        where tickets.conversation_id <> all ($3::uuid[]) order by tickets.number limit $2`,
      values: [incident, count, besides, now, heldSeconds],
    })
    return rows
  },

  async letGo(incident) {
    await pool.query({ name: 'let-incident-go', text: 'update incidents set claimed_until = null where id = $1', values: [incident] })
  },

  async settle(now) {
    await pool.query({
      name: 'settle-incidents',
      text: `update incidents set settled_at = $1 where settled_at is null and state = 'resolved'
        and resolved_at < $1::timestamptz - make_interval(secs => $2) and not exists (select from tickets where ${untold})`,
      values: [now, settledAfterSeconds],
    })
  },
})

/** The incidents that are not over. */
export async function incidentsAtHand(pool: Pool): Promise<IncidentAtHand[]> {
  const { rows } = await pool.query<
    Omit<IncidentAtHand, 'nextBy' | 'declaredAt' | 'changedAt'> & { next_by: Date | null; declared_at: Date; changed_at: Date }
  >(
    `select id, title, text, next_by, team_id as team, topics, sites, edition, declared_at, changed_at
     from incidents where settled_at is null and state = 'open' order by declared_at desc`,
  )
  return rows.map(({ next_by, declared_at, changed_at, ...row }) => ({
    ...row,
    nextBy: next_by?.toISOString() ?? null,
    declaredAt: declared_at.toISOString(),
    changedAt: changed_at.toISOString(),
  }))
}
