import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { createConversations } from '../../../server/postgres/conversations.ts'
import type { Helping, Requesting } from '../../../shared/people.ts'
import type { Act } from '../../../shared/protocol/conversation.ts'
import { aKernel, type Kernel } from '../../support/kernel.ts'

let desk: Kernel
let ada: Helping

beforeAll(async () => {
  desk = await aKernel()
})
afterAll(() => desk.close())
beforeEach(async () => {
  ada = await desk.agent('Ada')
})

test('two processes that both know a chat keep one timeline without holes, and nothing twice', async () => {
  const chats = await Promise.all(Array.from({ length: 4 }, async (_, n) => desk.asks(await desk.requester(`Rita ${n}`), 'Hello?')))
  for (const chat of chats) await desk.does(ada, chat, { kind: 'take' })
  const processes = [createConversations(desk.memory), createConversations(desk.memory)]
  const twice = randomUUID()
  const says = (process: number, chat: string, text: string, id: string = randomUUID()) =>
    processes[process]?.change({ conversation: chat, who: ada, act: { kind: 'say', text }, id })
  for (let round = 0; round < 20; round++) {
    await Promise.all(
      chats.flatMap((chat, n) => [says(0, chat, `left ${round}`), says(1, chat, `right ${round}`), says(n % 2, chat, 'also')]),
    )
    // Whichever of the two did not keep it finds it kept.
    for (const process of [0, 1]) await says(process, chats[0] ?? '', 'once', twice)
  }

  for (const [n, chat] of chats.entries()) {
    const { rows } = await desk.pool.query<{ seq: number }>(
      "select seq from entries where conversation_id = $1 and lane = 'public' order by seq",
      [chat],
    )
    const count = 3 + 60 + (n === 0 ? 1 : 0)
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, place) => place + 1))
    expect((await desk.conversations.read(chat))?.last.public).toBe(count)
  }
  expect(desk.bugs).toEqual([])
})

test('two processes that both know chats and agents give each chat to one agent, and their loads stay right', async () => {
  const agents = [ada, await desk.agent('Bob'), await desk.agent('Cleo')]
  const processes = [createConversations(desk.memory), createConversations(desk.memory)]
  const does = (process: number, who: Helping, conversation: string, act: Act) =>
    processes[process]?.change({ conversation, who, act, id: randomUUID() }).catch(({ code }: { code: string }) => code)
  for (let round = 0; round < 10; round++) {
    const chats = await Promise.all(agents.map(async (_, n) => desk.asks(await desk.requester(`Rita ${n}`), 'Hello?')))
    const takers = (chat: string, n: number) =>
      [0, 1].map((process) => does(process, agents[(n + process + round) % 3] ?? ada, chat, { kind: 'take' }))
    await Promise.all(chats.flatMap(takers))
    const { rows: owned } = await desk.pool.query<{ id: string; agent: string }>(
      'select id, agent_id as agent from conversations where id = any($1::uuid[])',
      [chats],
    )
    expect(owned.every(({ agent }) => agents.some(({ id }) => id === agent))).toBe(true)
    // Each by the process that did not necessarily see who won, and once more by the other.
    const ends = owned.flatMap(({ id, agent }, n) => {
      const owner = agents.find((one) => one.id === agent) ?? ada
      return [does(n % 2, owner, id, { kind: 'end' }), does((n + 1) % 2, owner, id, { kind: 'end' })]
    })
    await Promise.all(ends)
    const { rows: loads } = await desk.pool.query('select load from standings where agent_id = any($1::uuid[])', [
      agents.map(({ id }) => id),
    ])
    expect(loads).toEqual([{ load: 0 }, { load: 0 }, { load: 0 }])
    const { rows: twice } = await desk.pool.query(
      "select conversation_id from entries where conversation_id = any($1::uuid[]) and kind in ('assigned', 'ended') group by 1 having count(*) <> 2",
      [chats],
    )
    expect(twice).toEqual([])
  }
  expect(desk.bugs).toEqual([])
})

test('a ticket number is given once, however openings go wrong', async () => {
  const process = createConversations(desk.memory)
  const opens = (who: Requesting, entrance: 'line' | 'message' = 'line') => {
    const id = randomUUID()
    return process
      .change({ conversation: id, who, act: { kind: 'open', topic: null, text: 'Hello?', entrance }, id })
      .then(({ conversation }) => conversation.number)
  }
  const numbers: number[] = []
  for (let round = 0; round < 5; round++) {
    const people = await Promise.all([0, 1, 2].map((n) => desk.requester(`Rita ${n}`)))
    const together = await Promise.allSettled(people.flatMap((who) => [opens(who), opens(who), opens(who, 'message')]))
    numbers.push(...together.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])))
    numbers.push(await opens(await desk.requester('Sam')))
  }

  expect(numbers).toHaveLength(5 * (3 + 3 + 1))
  expect(new Set(numbers).size).toBe(numbers.length)
  const late = await opens(await desk.requester('Tom'))
  expect(late).toBeGreaterThan(Math.max(...numbers))
})
