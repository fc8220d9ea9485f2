import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Pool } from 'pg'
import { createPool } from '../../../server/postgres/pool.ts'
import { inOneVolley, type Statements, volley } from '../../../server/postgres/volley.ts'
import { aDatabase } from '../../support/database.ts'

let pool: Pool
let closed: () => Promise<void>

beforeAll(async () => {
  const database = await aDatabase()
  pool = createPool(database.url, () => {})
  closed = database.close
  await pool.query('create table shelf (thing text primary key)')
})
beforeEach(() => pool.query('delete from shelf'))
afterAll(async () => {
  await pool.end()
  await closed()
})

const put = (statements: Statements, thing: unknown) =>
  statements.query({ name: 'put', text: 'insert into shelf (thing) values ($1)', values: [thing] })
const count = (statements: Statements) =>
  statements.query<{ count: number }>({ name: 'count', text: 'select count(*)::int as count from shelf' })
const kept = async () => (await count(pool)).rows[0]?.count

test('what is asked in one volley is kept together, and each sees what was before it', async () => {
  const [, , counted] = await inOneVolley(pool, (all) => Promise.all([put(all, 'cup'), put(all, 'plate'), count(all)]))
  expect(counted.rows).toEqual([{ count: 2 }])
  expect(await kept()).toBe(2)
})

test('one that the database refuses keeps all others from being kept, and says why', async () => {
  const broken = inOneVolley(pool, (all) => Promise.all([put(all, 'cup'), put(all, 'cup'), count(all)]))
  await expect(broken).rejects.toMatchObject({ code: '23505' })
  expect(await kept()).toBe(0)
})

test('one that cannot even be sent keeps all others from being kept', async () => {
  const unspeakable = {
    toPostgres() {
      throw new Error('unspeakable')
    },
  }
  const broken = inOneVolley(pool, (all) => Promise.all([put(all, 'cup'), put(all, unspeakable), put(all, 'plate')]))
  await expect(broken).rejects.toThrow('unspeakable')
  expect(await kept()).toBe(0)
})

test('after a volley that broke its connection goes on, with statements that it never came to', async () => {
  const client = await pool.connect()
  try {
    const never = (all: Statements) => all.query<{ one: number }>({ name: 'never', text: 'select 1 as one' })
    const broken = volley(client, (all) => Promise.all([all.query({ text: 'select 1 / 0' }), never(all)]))
    await expect(broken).rejects.toMatchObject({ code: '22012' })
    expect((await volley(client, never)).rows).toEqual([{ one: 1 }])
  } finally {
    client.release()
  }
})

test('a volley in a transaction that was begun before is a part of it', async () => {
  const client = await pool.connect()
  try {
    await volley(client, (all) => Promise.all([all.query({ text: 'begin' }), put(all, 'cup')]))
    await client.query('rollback')
  } finally {
    client.release()
  }
  expect(await kept()).toBe(0)
})
