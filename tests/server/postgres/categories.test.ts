import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readCategories } from '../../../server/postgres/categories.ts'
import { inTree } from '../../../shared/category.ts'
import { aKernel, type Kernel } from '../../support/kernel.ts'

let desk: Kernel

beforeAll(async () => {
  desk = await aKernel()
})
afterAll(() => desk.close())

const migration = readFileSync(join(import.meta.dirname, '../../../server/postgres/migrations/0011_categories.sql'), 'utf8')

test('what was written freely becomes the tree, and each ticket finds its place in it', async () => {
  const rita = await desk.requester('Rita')
  const written = ['Network > VPN', 'network / vpn', 'Mail', ' Mail ', 'Network > Wi-Fi', 'A > B > C > D > E', 'TCP/IP', null]
  const chats: string[] = []
  for (const category of written) {
    const chat = await desk.asks(rita, 'Help', 'message')
    chats.push(chat)
    await desk.pool.query('update tickets set category = $2 where conversation_id = $1', [chat, category])
  }
  await desk.pool.query('delete from categories')
  // The part that moves what is there already, as an old desk runs it.
  await desk.pool.query(migration.slice(migration.indexOf('do $$')))

  const tree = inTree(await readCategories(desk.pool))
  // Which of two spellings it has is all the same.
  expect(tree.map(({ path }) => path.toLowerCase()).sort()).toEqual([
    ...['a', 'a / b', 'a / b / c', 'a / b / c / d', 'mail', 'network', 'network / vpn', 'network / wi-fi', 'tcp/ip'],
  ])
  const { rows } = await desk.pool.query<{ conversation_id: string; category_id: string | null }>(
    'select conversation_id, category_id from tickets',
  )
  const pathOf = (chat: string | undefined) => {
    const id = rows.find(({ conversation_id }) => conversation_id === chat)?.category_id
    return tree.find((category) => category.id === id)?.path ?? null
  }
  expect(chats.map(pathOf).map((path) => path?.toLowerCase() ?? null)).toEqual([
    ...['network / vpn', 'network / vpn', 'mail', 'mail', 'network / wi-fi', 'a / b / c / d', 'tcp/ip', null],
  ])
})

test('a category or team that was removed in the same moment is refused as what it is', async () => {
  const ada = await desk.agent('Ada')
  const rita = await desk.requester('Rita')
  const chat = await desk.asks(rita, 'The monitor is black', 'message')
  const { rows } = await desk.pool.query<{ id: string }>(
    "insert into categories (id, name) values (gen_random_uuid(), 'Monitor') returning id",
  )
  const team = (await desk.pool.query<{ id: string }>("insert into teams (id, name) values (gen_random_uuid(), 'Monitors') returning id"))
    .rows[0]?.id
  await desk.directory.refresh()
  await desk.pool.query("delete from categories where name = 'Monitor'")
  await desk.pool.query("delete from teams where name = 'Monitors'")

  const classified = desk.does(ada, chat, { kind: 'classify', category: rows[0]?.id ?? '' })
  await expect(classified).rejects.toMatchObject({ code: 'no-such-category' })
  const transferred = desk.does(await desk.agent('Sam', { role: 'supervisor' }), chat, {
    kind: 'transfer',
    to: { team: team ?? '' },
    comment: '',
  })
  await expect(transferred).rejects.toMatchObject({ code: 'no-such-team' })
  expect(desk.bugs).toEqual([])
})
