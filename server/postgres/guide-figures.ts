import type { Pool } from 'pg'
import type { GuideAnswers, GuideFigures, GuideInShort } from '../../shared/protocol/guide.ts'
import { figuresOf, type RunKept } from '../desk/knowledge/guide-figures.ts'
import { type EntryRow, entryOf } from './entries.ts'

const days = 90
/** Of a guide that more were led through, the last so many are looked at. */
const mostRuns = 500

/** What became of those who were led through a guide lately. */
export async function readGuideFigures(pool: Pool, guide: string, now: Date): Promise<GuideFigures> {
  const { rows } = await pool.query<
    EntryRow & { conversation_id: string; begun: number; number: string; status: string; requester: string }
  >(
    `with begun as (
       select conversation_id, seq, at from entries
       where kind = 'guide-started' and data->>'guide' = $1 and at > $2 order by at desc limit $3)
     select entries.*, begun.seq as begun, conversations.number, conversations.status, conversations.requester_id as requester
     from begun join conversations on conversations.id = begun.conversation_id
       join entries on entries.conversation_id = begun.conversation_id and entries.lane = 'public' and entries.seq >= begun.seq
     where entries.kind in ('guide-started', 'step-taken', 'step-back', 'step-added', 'guide-stuck', 'guide-ended')
     order by begun.at desc, begun.conversation_id, begun.seq, entries.seq`,
    [guide, new Date(now.getTime() - days * 24 * 3600_000), mostRuns],
  )
  const runs = new Map<string, RunKept & { entries: RunKept['entries'][number][] }>()
  for (const { begun, number, status, requester, ...row } of rows) {
    const key = `${row.conversation_id}:${begun}`
    const run = runs.get(key) ?? { ticket: Number(number), isOver: status === 'ended', requester, entries: [] }
    run.entries.push(entryOf(row))
    runs.set(key, run)
  }
  return figuresOf([...runs.values()], days)
}

/** The same for all of them in numbers, without reading what stands in any. */
export async function readGuidesInShort(pool: Pool, now: Date): Promise<GuideAnswers['guides:overview']> {
  const { rows } = await pool.query<GuideInShort>(
    `with begun as (
       select conversation_id, seq, at, data->>'guide' as guide, data->>'run' as run from entries
       where kind = 'guide-started' and data->>'guide' is not null and at > $1)
     select guide, count(*)::int as begun, count(*) filter (where how = 'solved')::int as solved,
       count(*) filter (where how = 'stopped' or how is null and conversations.status = 'ended')::int as "givenUp",
       round(percentile_disc(0.5) within group (order by extract(epoch from ended_at - at) / 60)
         filter (where how in ('solved', 'escalate', 'person') and ended_at > at), 1)::float as minutes
     from begun join conversations on conversations.id = conversation_id
       left join lateral (
         select data->>'how' as how, entries.at as ended_at from entries
         where entries.conversation_id = begun.conversation_id and lane = 'public' and entries.seq > begun.seq
           and kind = 'guide-ended' and data->>'run' = begun.run limit 1) as ended on true
     group by guide`,
    [new Date(now.getTime() - days * 24 * 3600_000)],
  )
  return { days, guides: rows }
}
