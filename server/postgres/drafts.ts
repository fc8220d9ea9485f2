import type { Pool } from 'pg'
import type { Draft } from '../../shared/protocol/draft.ts'
import type { DraftRows } from '../desk/drafts.ts'

const mostListed = 500

type DraftRow = Omit<Draft, 'version'> & { version: string }

const columns = 'drafts.conversation_id as conversation, drafts.lane, drafts.text, drafts.aside, drafts.version'

// pg gives numbers beyond JavaScript's as text; these never get there.
const draftOf = ({ conversation, lane, text, aside, version }: DraftRow): Draft => ({
  conversation,
  lane,
  text,
  aside,
  version: Number(version),
})

/** Drafts, in PostgreSQL. */
export function draftRowsIn(pool: Pool): DraftRows {
  async function now(person: string, conversation: string, lane: string): Promise<Draft> {
    const { rows } = await pool.query<DraftRow>({
      name: 'read-draft',
      text: `select ${columns} from drafts where person_id = $1 and conversation_id = $2 and lane = $3`,
      values: [person, conversation, lane],
    })
    const [row] = rows
    if (!row) throw new Error('A draft went away while it was being kept')
    return draftOf(row)
  }

  return {
    async of(person) {
      const { rows } = await pool.query<DraftRow>(
        `select ${columns} from drafts where person_id = $1 and (text <> '' or aside <> '{}') order by changed_at desc limit $2`,
        [person, mostListed + 1],
      )
      return { drafts: rows.slice(0, mostListed).map(draftOf), more: rows.length > mostListed }
    },

    async keep(person, { conversation, lane, version, text, aside }, at) {
      const { rows } = await pool.query<DraftRow>({
        name: 'keep-draft',
        text: `insert into drafts (person_id, conversation_id, lane, text, aside, changed_at) values ($1, $2, $3, $4, $5, $6)
          on conflict (person_id, conversation_id, lane) do update
            set text = excluded.text, aside = excluded.aside, version = nextval('draft_versions'), changed_at = excluded.changed_at
            where drafts.version = $7 or (drafts.text = '' and drafts.aside = '{}')
          returning ${columns}`,
        values: [person, conversation, lane, text, aside, at, version],
      })
      const [row] = rows
      return row ? { draft: draftOf(row), isNew: true } : { draft: await now(person, conversation, lane), isNew: false }
    },

    async empty(sent, at) {
      const { rows } = await pool.query<DraftRow & { person: string }>({
        name: 'empty-drafts',
        text: emptied,
        values: [
          sent.map(({ person }) => person),
          sent.map(({ conversation }) => conversation),
          sent.map(({ lane }) => lane),
          sent.map(({ text }) => text),
          sent.map((one) => one.at),
          at,
        ],
      })
      return rows.map(({ person, ...row }) => ({ person, draft: draftOf(row) }))
    },
  }
}

/** Only what the message holds is emptied: its beginning, where a device has not told the rest yet, but never other words. */
const emptied = `update drafts set text = '', version = nextval('draft_versions'), changed_at = $6
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) as sent (person, conversation, lane, words, at)
  where drafts.person_id = sent.person and drafts.conversation_id = sent.conversation and drafts.lane = sent.lane
    and drafts.changed_at <= sent.at and drafts.text <> '' and starts_with(sent.words, btrim(drafts.text, E' \\t\\r\\n'))
  returning drafts.person_id as person, ${columns}`

/** Forgets drafts that nobody touched for a month, and, a day later, that there was one. */
export async function forgetOldDrafts(pool: Pool, at: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from drafts where changed_at < $1::timestamptz - interval '30 days'
       or (changed_at < $1::timestamptz - interval '1 day' and text = '' and aside = '{}')`,
    [at],
  )
  return rowCount ?? 0
}
