import type { Pool } from 'pg'
import { digitsOf, wholeNumber } from '../../shared/call.ts'
import type { KnownRequester } from '../../shared/protocol/call.ts'
import type { Callers } from '../desk/calling.ts'

const mostFound = 12

/** Those who asked before, as agents look for them. */
export const callersIn = (pool: Pool, readPool: Pool): Callers => ({
  async find(words) {
    const parts = words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5)
    const { rows } = await readPool.query<Row>(
      `select ${columns} from (
         select * from requesters
         where (select bool_and(strpos(lower(name), part) > 0 or strpos(lower(coalesce(email, '')), part) > 0) from unnest($1::text[]) as part)
           or (${sameLine('$2')})
         order by verified desc, created_at desc limit 200
       ) as found ${latestFirst} limit $3`,
      [parts, digitsOf(words), mostFound],
    )
    return rows.map(asKnown)
  },

  async byPhone(number) {
    const { rows } = await readPool.query<Row>(
      `select ${columns} from (select * from requesters where ${sameLine('$1')} limit 50) as found ${latestFirst} limit 5`,
      [digitsOf(number)],
    )
    return rows.map(asKnown)
  },

  async known(id, phone) {
    const { rows } = await pool.query<{ id: string; name: string; email: string | null; verified: boolean }>(
      `with person as (
         update requesters set phone = coalesce(phone, $2) where id = $1 returning id, name, email, verified, phone
       ), other as (
         insert into other_phones (requester_id, digits) select id, $3::text from person
         where $3::text <> '' and not ${isSame(core, '$3')} and (select count(*) from other_phones where requester_id = $1) < ${mostNumbers}
         on conflict do nothing
       )
       select id, name, email, verified from person`,
      [id, phone, digitsOf(phone ?? '')],
    )
    return rows[0] ?? null
  },

  async newcomer({ id, name, email, phone }) {
    const { rows } = await pool.query<{ id: string; name: string; email: string | null; verified: boolean }>(
      // Where the first try to log was refused, he is what was written last.
      `with added as (
         insert into requesters (id, name, email, phone, gone_since) values ($1, $2, $3, $4, now())
         on conflict (id) do update set name = excluded.name, email = excluded.email, phone = excluded.phone
           where not requesters.verified
             and not exists (select from conversations where requester_id = requesters.id)
             and not exists (select from visits where requester_id = requesters.id)
         returning id, name, email, verified
       )
       select * from added union all
       select id, name, email, verified from requesters where id = $1 and name = $2 and not verified and email is not distinct from $3`,
      [id, name, email, phone],
    )
    return rows[0] ?? null
  },
})

type Row = Omit<KnownRequester, 'lastAt'> & { last: Date | null }

const columns = 'id, name, email, phone, verified, last'

const latestFirst = `left join lateral (select max(opened_at) as last from conversations where requester_id = found.id) as talks on true
  order by verified desc, last desc nulls last, lower(name), id`

/** As `digitsOf` has it. */
const core = `ltrim(regexp_replace(phone, '\\(0\\)|\\D', '', 'g'), '0')`
/** By what the index finds it: a zero in brackets is never among the last digits. */
const ending = `right(ltrim(regexp_replace(phone, '\\D', '', 'g'), '0'), ${wholeNumber})`

/** Whose line this is, by the number that is shown with them or by any other of theirs. */
const sameLine = (digits: string) => `${digits}::text <> '' and id in (
  select id from requesters where phone is not null and ${ending} = right(${digits}, ${wholeNumber}) and ${isSame(core, digits)}
  union select requester_id from other_phones where right(digits, ${wholeNumber}) = right(${digits}, ${wholeNumber}) and ${isSame('digits', digits)})`

/** The same digits; or, of whole numbers, one is the other with the country before it. */
const isSame = (one: string, other: string) => `(${one} = ${other} or (least(length(${one}), length(${other})) >= ${wholeNumber}
  and (right(${one}, length(${other})) = ${other} or right(${other}, length(${one})) = ${one})))`

const mostNumbers = 10

const asKnown = ({ last, ...one }: Row): KnownRequester => ({ ...one, lastAt: last?.toISOString() ?? null })
