import type { Pool } from 'pg'
import type { LineRows } from '../desk/line/line-ports.ts'
import { gather } from './gathering.ts'
import { inOneVolley, type Statements } from './volley.ts'

type Beginning = Parameters<LineRows['beginWait']>[0]
type Ending = { conversation: string; at: string; outcome: 'assigned' | 'left' }
type Note = { begin: Beginning } | { end: Ending }

/** How long people waited, noted together with what else is noted at the moment, and off the way of those who chat. */
export function waitsIn(pool: Pool): { begin: LineRows['beginWait']; end: LineRows['endWait'] } {
  const notes = gather<Note, void>((batch) => keep(pool, batch), {
    most: 500,
    full: 20_000,
    restMs: 250,
    whenFull: () => new Error('Too many waits are waiting to be noted'),
  })
  return {
    begin: (begin) => notes.add({ begin }),
    end: (conversation, at, outcome) => notes.add({ end: { conversation, at, outcome } }),
  }
}

async function keep(pool: Pool, batch: Note[]): Promise<PromiseSettledResult<void>[]> {
  const begun = batch.flatMap((note) => ('begin' in note ? [note.begin] : []))
  const ended = batch.flatMap((note) => ('end' in note ? [note.end] : []))
  // Ended first: where one conversation has both here, the wait that begins is the later one.
  await inOneVolley(pool, (statements) =>
    Promise.all([ended.length > 0 && noteEnded(statements, ended), begun.length > 0 && noteBegun(statements, begun)]),
  )
  return batch.map(() => ({ status: 'fulfilled', value: undefined }))
}

const noteEnded = (statements: Statements, ended: Ending[]) =>
  statements.query({
    name: 'end-waits',
    // Locked in order: two processes may note the same conversations in the same moment.
    text: `with ended as (select * from unnest($1::uuid[], $2::timestamptz[], $3::text[]) as ended (conversation, at, outcome)),
          locked as (
            select conversation_id, began_at from waits join ended on conversation = conversation_id
            where ended_at is null order by conversation_id for update of waits
          )
        update waits set ended_at = greatest(ended.at, waits.began_at), outcome = ended.outcome
        from ended join locked on conversation = conversation_id
        where waits.conversation_id = locked.conversation_id and waits.began_at = locked.began_at`,
    values: [ended.map((one) => one.conversation), ended.map(({ at }) => at), ended.map(({ outcome }) => outcome)],
  })

const noteBegun = (statements: Statements, begun: Beginning[]) =>
  statements.query({
    name: 'begin-waits',
    text: `insert into waits (conversation_id, began_at, team_id, ahead, places)
        select * from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::int[], $5::int[]) as new (conversation) order by conversation
        on conflict do nothing`,
    values: [
      begun.map((one) => one.conversation),
      begun.map(({ at }) => at),
      begun.map(({ team }) => team),
      begun.map(({ ahead }) => ahead),
      begun.map(({ places }) => places),
    ],
  })
