import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Pool } from 'pg'
import { type Columns, given } from '../../../server/postgres/given.ts'
import { createPool } from '../../../server/postgres/pool.ts'
import { aDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
let pool: Pool

beforeAll(async () => {
  database = await aDatabase()
  pool = createPool(database.url, () => {})
})
afterAll(async () => {
  await pool.end()
  await database.close()
})

const columns: Columns = { id: 'uuid', said: 'text', state: 'jsonb', digest: 'bytea', count: 'int', load: 'float8', at: 'timestamptz' }

const words = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))
const aRow = fc.record({
  id: fc.uuid(),
  said: fc.option(fc.oneof(words, fc.constantFrom('', 'NULL', '{a,"b"}', '\\x41', "o'clock", ' \t\n'))),
  state: fc.option(fc.record({ text: words, list: fc.array(words), deep: fc.option(fc.record({ yes: fc.boolean() })) })),
  digest: fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
  count: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  load: fc.option(fc.integer({ min: 0, max: 5_000 }).map((hundredths) => hundredths / 100)),
  at: fc.option(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })),
})

test('whatever rows are given, few or many, arrive as they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aRow, { minLength: 1, maxLength: 9 }), async (rows) => {
      const cells = rows.map(({ at, ...row }) => [...Object.values(row), at?.toISOString() ?? null])
      const { from, values } = given('one', columns, cells)
      const { rows: arrived } = await pool.query({ text: `select * from ${from}`, values })
      expect(arrived).toEqual(rows)
    }),
    { numRuns: 60 },
  )
})

test('no rows at all are a table without rows', async () => {
  const { from, values } = given('one', columns, [], 2)
  const { rows } = await pool.query({ text: `select $1::int as first, * from ${from}`, values: [1, ...values] })
  expect(rows).toEqual([])
})
