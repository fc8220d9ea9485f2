import { configTable } from '../../config.ts'
import { metricsTable } from '../../http/metrics.ts'
import { rightsTable } from './rights-table.ts'

/** The parts of the README that are made from the code, by the name of their markers. */
const made = { configuration: configTable, rights: rightsTable }

/** The README with its tables as the code has them now. */
export function readmeWith(readme: string): string {
  return Object.entries(made).reduce((text, [name, table]) => between(text, name, table()), readme)
}

/** The page for whoever runs it, with what is measured now. */
export const operationsWith = async (page: string): Promise<string> => between(page, 'metrics', await metricsTable())

function between(text: string, name: string, table: string) {
  const [from, to] = [`<!-- ${name}: made by npm run docs -->`, `<!-- end of ${name} -->`]
  const [start, end] = [text.indexOf(from), text.indexOf(to)]
  if (start < 0 || end < start) throw new Error(`The page has lost its markers around the ${name}: ${from} ... ${to}`)
  return `${text.slice(0, start + from.length)}\n${table}\n${text.slice(end)}`
}
