import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { shown } from './figures.ts'
import { places } from './places.ts'
import { coresAreKept } from './program.ts'

export type Row = Record<string, string | number>

/** Prints a table, as Markdown, so that it can go into docs/performance.md as it is. */
export function printTable(rows: Row[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const lines = [columns, columns.map(() => '---'), ...rows.map((row) => columns.map((column) => worded(row[column])))]
  console.log(`\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`)
}

const worded = (value: string | number | undefined) => (typeof value === 'number' ? shown(value) : (value ?? ''))

/** Keeps all that was measured beside the machine that it was measured on. */
export function keepResults(workload: string, results: object): void {
  mkdirSync(places.results, { recursive: true })
  const [processor] = cpus()
  const machine = { processor: processor?.model, cores: cpus().length, node: process.version, coresAreKept }
  writeFileSync(
    join(places.results, `${workload}.json`),
    `${JSON.stringify({ at: new Date().toISOString(), machine, ...results }, null, 2)}\n`,
  )
}
