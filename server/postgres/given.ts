/** How a column of given rows travels. A `word` is text that needs no quoting: names of ours. */
type Kind = 'uuid' | 'int' | 'bigint' | 'float8' | 'boolean' | 'timestamptz' | 'xid' | 'word' | 'text' | 'jsonb' | 'bytea'

/** Names of columns, and how each travels. */
export type Columns = Record<string, Kind>

/** What a row holds: times as ISO 8601, JSON as what it means. */
export type Cell = string | number | boolean | object | null

/** Rows on their way into a statement: what stands behind its `from`, and the values of its parameters. */
export interface Given {
  from: string
  values: unknown[]
  /** Part of the statement's name: other numbers of rows are other statements. */
  shape: string
}

/** Up to so many rows stand in a statement as they are. */
const few = 4

/**
 * Rows for `from`, under a name, in parameters from number `first` on. A few stand there one by one, which PostgreSQL takes in
 * half of the time that it needs for arrays; more come as one array for each column, whose plan serves any number.
 */
export function given(name: string, columns: Columns, rows: Cell[][], first = 1): Given {
  const kinds = Object.values(columns)
  const head = `as ${name} (${Object.keys(columns).join(', ')})`
  const parameter = (place: number, kind: Kind) => `$${first + place}::${typeOf(kind)}`
  if (rows.length === 0 || rows.length > few) {
    const arrays = kinds.map((kind, place) => `${parameter(place, kind)}[]`).join(', ')
    const values = kinds.map((kind, place) =>
      arrayOf(
        kind,
        rows.map((row) => row[place] ?? null),
      ),
    )
    return { from: `unnest(${arrays}) ${head}`, values, shape: 'many' }
  }
  const lines = rows.map((_, line) => `(${kinds.map((kind, place) => parameter(line * kinds.length + place, kind)).join(', ')})`)
  const values = rows.flatMap((row) => kinds.map((kind, place) => sentAs(kind, row[place] ?? null)))
  return { from: `(values ${lines.join(', ')}) ${head}`, values, shape: String(rows.length) }
}

const typeOf = (kind: Kind) => (kind === 'word' ? 'text' : kind)

const sentAs = (kind: Kind, cell: Cell) => (kind === 'jsonb' && cell !== null ? JSON.stringify(cell) : cell)

/** An array as PostgreSQL reads it. The client would do this for any value, element by element; what is in these is known. */
function arrayOf(kind: Kind, cells: Cell[]): unknown {
  if (kind === 'text') return cells
  return `{${cells.map((cell) => (cell === null ? 'NULL' : elementOf(kind, cell))).join(',')}}`
}

function elementOf(kind: Kind, cell: string | number | boolean | object): string {
  if (cell instanceof Buffer) return `"\\\\x${cell.toString('hex')}"`
  // JSON quotes as arrays do, and has no bare control characters.
  return kind === 'jsonb' ? JSON.stringify(JSON.stringify(cell)) : String(cell)
}
