import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { csvLine } from '../../../../server/desk/tickets/csv.ts'

/** As spreadsheets read a line, RFC 4180. */
function cellsIn(line: string, separator: string): string[] {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    const quoted = line[at] === '"' ? /"((?:[^"]|"")*)"/y : null
    if (quoted) quoted.lastIndex = at
    const found = quoted?.exec(line)
    const end = found ? at + found[0].length : line.indexOf(separator, at)
    cells.push(found ? (found[1] ?? '').replaceAll('""', '"') : line.slice(at, end < 0 ? line.length : end))
    if (end < 0 || end >= line.length) return cells
    at = end + 1
  }
  return cells
}

test.each(['=1+1', '+49 30 1234', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =cmd', '\n=1', '＝1+1', '＠x', '\u0000=1'])(
  'what begins like a formula stays text: %j',
  (text) => {
    const [cell = ''] = cellsIn(csvLine([text], ',').slice(0, -2), ',')
    expect(cell).toBe(`'${text}`)
  },
)

test('whatever people write, a spreadsheet gets it back cell by cell, and none of it as a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', '=', '+', '-', '@', "'", ' ', 'a') }),
  )
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), fc.constantFrom(',', ';'), (cells, separator) => {
      const line = csvLine(cells, separator as ',')
      const read = cellsIn(line.slice(0, -2), separator)
      expect(line.endsWith('\r\n')).toBe(true)
      expect(read.map((cell, at) => (cell === `'${cells[at]}` ? cells[at] : cell))).toEqual(cells)
      expect(read.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([])
    }),
    { numRuns: 500 },
  )
})
