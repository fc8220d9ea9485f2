import type { Entry } from '../../shared/entry.ts'
import { saltedDigest } from './digest.ts'
import type { Cell, Columns } from './given.ts'

/** An entry on its way to its row. */
export interface Written {
  conversation: string
  entry: Entry
  ordinal: number
  salt: Buffer
  actDigest: Buffer | null
}

/** The columns of `entries`, in the order of an entry's row. */
export const entryFields = 'conversation_id, lane, seq, after, at, by, kind, data, act, ordinal, act_digest, body, salt, digest'
export const entryColumns: Columns = {
  conversation: 'uuid',
  lane: 'word',
  seq: 'int',
  after: 'int',
  at: 'timestamptz',
  by: 'uuid',
  kind: 'word',
  data: 'jsonb',
  act: 'uuid',
  ordinal: 'int',
  act_digest: 'bytea',
  body: 'jsonb',
  salt: 'bytea',
  digest: 'bytea',
}

/** An entry as its row. */
export const entryRow = ({ conversation, entry, ordinal, salt, actDigest }: Written): Cell[] => [
  conversation,
  entry.lane,
  entry.seq,
  'after' in entry ? entry.after : null,
  entry.at,
  entry.by,
  entry.kind,
  dataOf(entry),
  entry.act ?? null,
  ordinal,
  actDigest,
  bodyOf(entry),
  salt,
  saltedDigest(salt, bodyOf(entry)),
]

const bodyOf = (entry: Entry) => ('body' in entry ? entry.body : null)

/** What an entry says beyond what every entry has. */
function dataOf(entry: Entry): object | null {
  if ((entry.kind === 'said' && !entry.news) || (entry.kind === 'noted' && !entry.to && !entry.mentions && !entry.advice)) return null
  const { kind, lane, seq, at, by, act, body, after, ...data } = { after: null, body: null, act: null, ...entry }
  return Object.keys(data).length > 0 ? data : null
}
