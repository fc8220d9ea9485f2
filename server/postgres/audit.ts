import type { Pool, PoolClient } from 'pg'
import type { Named } from '../../shared/people.ts'
import type { AuditRecord } from '../../shared/protocol/admin.ts'
import { refuse } from '../../shared/refusal.ts'
import type { AuditLog, By } from '../desk/people.ts'
import { inTransaction } from './transaction.ts'

/** One line for the log. Secrets never go into `before` or `after`. */
export interface Line {
  what: string
  subject: Named | null
  before?: object | null
  after?: object | null
}

/** Writes a line in the transaction of what it tells of. */
export type Write = (line: Line) => Promise<void>

/** Changes something and writes it to the audit log, or does neither. Rights that were taken away meanwhile no longer count. */
export function audited<T>(database: Pool | PoolClient, by: By, work: (client: PoolClient, write: Write) => Promise<T>): Promise<T> {
  return inTransaction(database, async (client) => {
    if (by.agent) await stillMay(client, by.agent)
    return work(client, writerFor(client, by))
  })
}

async function stillMay(client: PoolClient, { id, role }: NonNullable<By['agent']>) {
  const { rowCount } = await client.query('select 1 from agents where id = $1 and role = $2 and disabled_at is null', [id, role])
  if (!rowCount) refuse('not-allowed')
}

/** Writes lines as done by somebody, on this connection. */
export function writerFor(client: PoolClient, { agent, at, request, address }: By): Write {
  return async ({ what, subject, before, after }) => {
    await client.query(
      `insert into audit (at, who, what, subject_id, subject_name, before, after, request, address)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [at, agent?.id ?? null, what, subject?.id ?? null, subject?.name ?? null, json(before), json(after), request, address],
    )
  }
}

const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null)

const pageSize = 50

/** The audit log, to be read. */
export const auditIn = (pool: Pool): AuditLog => ({
  async page(before) {
    const { rows } = await pool.query<Row>(
      `select audit.*, agents.name as who_name from audit left join agents on agents.id = audit.who
       where $1::bigint is null or number < $1 order by number desc limit $2`,
      [before, pageSize + 1],
    )
    return { records: rows.slice(0, pageSize).map(recordOf), more: rows.length > pageSize }
  },
})

interface Row {
  number: string
  at: Date
  who: string | null
  who_name: string | null
  what: string
  subject_id: string | null
  subject_name: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  request: string | null
  address: string | null
}

function recordOf({ number, at, who, who_name, subject_id, subject_name, ...rest }: Row): AuditRecord {
  return {
    number: Number(number),
    at: at.toISOString(),
    who: named(who, who_name),
    what: rest.what,
    subject: named(subject_id, subject_name),
    before: rest.before,
    after: rest.after,
    request: rest.request,
    address: rest.address,
  }
}

const named = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null)
