import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { looksIn } from '../../../server/postgres/looks.ts'
import { requestersAtDoor, visitsIn } from '../../../server/postgres/visits.ts'
import { aKernel, type Kernel } from '../../support/kernel.ts'

let desk: Kernel

beforeAll(async () => {
  desk = await aKernel()
})
afterAll(() => desk.close())

test('requesters who open their chats in the same moment each find their own, as long as they asked for', async () => {
  const ada = await desk.agent('Ada', { capacity: 50 })
  const rita = await desk.requester('Rita')
  const vera = await desk.requester('Vera')
  const [ritas, veras] = [await desk.asks(rita, 'My screen is black'), await desk.asks(vera, 'No paper')]
  await desk.does(ada, ritas, { kind: 'take' })
  for (const text of ['one', 'two', 'three']) await desk.does(rita, ritas, { kind: 'say', text })
  await desk.does(ada, ritas, { kind: 'note', text: 'Between us' })

  const looks = looksIn(desk.pool)
  const look = (conversation: string, limit = 60) => looks.look(conversation, { limit, internal: false })
  const [long, short, other, none, inside] = await Promise.all([
    look(ritas),
    look(ritas, 2),
    look(veras),
    look(randomUUID()),
    looks.look(ritas, { limit: 60, internal: true }),
  ])
  const said = (found: typeof long) => found?.page.entries.flatMap((entry) => (entry.kind === 'said' ? [entry.body?.text] : []))
  expect(said(long)).toEqual(['My screen is black', 'one', 'two', 'three'])
  expect(long?.page.entries.map(({ lane }) => lane)).not.toContain('internal')
  expect(long?.milestones.map(({ kind }) => kind)).toEqual(['opened', 'assigned'])
  expect([said(short), short?.page.more]).toEqual([['two', 'three'], true])
  expect([said(other), other?.page.more, other?.state.id]).toEqual([['No paper'], false, veras])
  expect(none).toBeNull()
  expect(inside?.page.entries.map(({ kind }) => kind)).toContain('noted')
})

test('of those who knock in the same moment each is let in as himself, and strangers are not', async () => {
  const people = await Promise.all(['Rosa', 'Sven', 'Tara'].map((name) => desk.requester(name)))
  const tokens = await Promise.all(people.map(({ id }) => visitsIn(desk.pool).open(id)))
  await desk.pool.query("update visits set seen_at = now() - interval '1 hour'")
  const door = requestersAtDoor(desk.pool)
  const [rosa = ''] = tokens
  const found = await Promise.all([...tokens, rosa, rosa.replace(/^./, '_'), 'eve', null].map((token) => door(token)))

  expect(found.map((guest) => guest?.who.name)).toEqual(['Rosa', 'Sven', 'Tara', 'Rosa', undefined, undefined, undefined])
  const { rows } = await desk.pool.query("select from visits where seen_at > now() - interval '1 minute'")
  expect(rows).toHaveLength(3)
})
