import type { Entry } from '../../shared/entry.ts'
import type { AttachedFile } from '../../shared/files.ts'
import type { KeptFile } from '../desk/files.ts'
import type { Step } from '../desk/ports.ts'
import type { Written } from './entry-row.ts'
import { columns, type FileRow, fileOf } from './files.ts'
import type { Statements } from './volley.ts'

/** The files that an entry carries. */
export const filesOf = (entry: Entry): AttachedFile[] => (entry.kind === 'said' || entry.kind === 'noted' ? (entry.body?.files ?? []) : [])

/** The files that these steps name, locked in the order of their ids, so that none is sent twice or swept meanwhile. */
export async function lockFiles(statements: Statements, steps: Step[]): Promise<Map<string, KeptFile>> {
  const ids = steps.flatMap(({ act }) => ('files' in act && act.files) || [])
  if (ids.length === 0) return new Map()
  const { rows } = await statements.query<FileRow>({
    name: 'lock-files',
    text: `select ${columns} from files where id = any($1::uuid[]) and seq is null order by id for update`,
    values: [[...new Set(ids)].sort()],
  })
  return new Map(rows.map((row) => [row.id, fileOf(row)]))
}

/** Writes down with which entries files went out. */
export function writeFiles(statements: Statements, written: Written[]): Promise<unknown>[] {
  const said = written.flatMap(({ entry }) => filesOf(entry).map(({ id }) => ({ id, seq: entry.seq })))
  if (said.length === 0) return []
  const update = statements.query({
    name: 'write-files',
    text: 'update files set seq = said.seq from unnest($1::uuid[], $2::int[]) as said (id, seq) where files.id = said.id',
    values: [said.map(({ id }) => id), said.map(({ seq }) => seq)],
  })
  return [update]
}
