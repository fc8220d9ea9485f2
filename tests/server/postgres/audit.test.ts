import { auditIn } from '../../../server/postgres/audit.ts'
import { anOffice, type Office } from '../../support/office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
  await office.theFirst()
})
afterAll(() => office.close())

test.each([
  ['changes', "update audit set what = 'nothing'"],
  ['deletes', 'delete from audit'],
  ['empties', 'truncate audit'],
])('nobody %s the audit log, whoever he is', async (_, statement) => {
  const before = await auditIn(office.pool).page(null)
  await expect(office.pool.query(statement)).rejects.toThrow('The audit log only grows.')
  expect(await auditIn(office.pool).page(null)).toEqual(before)
})

test('the log is read in pages, the newest first, and nothing twice', async () => {
  await office.pool.query("insert into audit (at, what) select now(), 'test:' || n from generate_series(1, 120) as n")
  const numbers: number[] = []
  for (let before: number | null = null, more = true; more; before = numbers.at(-1) ?? null) {
    const page = await auditIn(office.pool).page(before)
    numbers.push(...page.records.map((record) => record.number))
    more = page.more
  }
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
  expect(numbers).toHaveLength(122)
})
