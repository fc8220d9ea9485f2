import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ticketReach } from '../../../server/desk/tickets/tickets.ts'
import { indexTickets } from '../../../server/postgres/ticket-index.ts'
import { ticketsIn } from '../../../server/postgres/tickets.ts'
import type { Helping } from '../../../shared/people.ts'
import { ticketSort } from '../../../shared/protocol/ticket-list.ts'
import { type Asked, questions } from '../../../shared/protocol.ts'
import { aKernel, type Kernel } from '../../support/kernel.ts'

let desk: Kernel
let sam: Helping
const chats: string[] = []

const subjects = ['Zebra', 'ärger', 'Apfel', 'apfel', 'zoo', '', '…', 'Übermut', '日本', 'Apfel', 'a / b', "o'clock"]

beforeAll(async () => {
  desk = await aKernel()
  sam = await desk.agent('Sam', { role: 'supervisor' })
  const other = randomUUID()
  await desk.pool.query('insert into teams (id, name, routing) select $1, $2, routing from teams', [other, 'Äpfel'])
  const ada = await desk.agent('ada', { teams: [desk.team, other] })
  const people = [await desk.requester('Rita'), await desk.requester('Örs'), await desk.requester('rita')]
  for (const [place, subject] of [...subjects, ...subjects].entries()) {
    if (place % 3 === 0) desk.passes(1)
    const person = people[place % people.length]
    if (!person) throw new Error('Nobody asks')
    const chat = await desk.asks(person, subject || 'nothing', 'message')
    chats.push(chat)
    if (place % 2) await desk.does(sam, chat, { kind: 'classify', category: place % 4 === 1 ? 'Mail' : 'Network / VPN', impact: 'high' })
    if (place % 5 === 0) await desk.does(sam, chat, { kind: 'transfer', to: { team: other }, comment: '' })
    if (place % 7 === 0) await desk.does(ada, chat, { kind: 'transfer', to: { agent: ada.id }, comment: '' })
    if (place % 8 === 0) await desk.does(sam, chat, { kind: 'resolve', code: 'advice', resolution: 'Fine' })
  }
  await desk.pool.query("update tickets set subject = '' where subject = 'nothing'")
  while ((await indexTickets(desk.pool)) > 0);
})
afterAll(() => desk.close())

const list = (asked: Asked<'ticket:list'>) => ticketsIn(desk.pool).list(ticketReach(sam), questions['ticket:list'].parse(asked))

async function whole(asked: Asked<'ticket:list'>) {
  const rows: { conversation: string; number: number; status: string; subject: string }[] = []
  let after: string | null = null
  do {
    const page = await list({ ...asked, after })
    rows.push(...page.rows.map((row) => ({ ...row, subject: row.subject.map(({ text }) => text).join('') })))
    after = page.next
  } while (after !== null)
  return rows
}

test('in any order, either way, and with pages of any size, no ticket is lost and none comes twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ticketSort.options),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      async (sort, reversed, limit, onlyNew) => {
        const asked = { sort, reversed, filters: onlyNew ? { status: ['new' as const] } : {} }
        const rows = await whole({ ...asked, limit })
        const atOnce = await list({ ...asked, limit: 100 })
        expect(rows.map(({ number }) => number)).toEqual(atOnce.rows.map(({ number }) => number))
        expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
        expect(rows).toHaveLength(atOnce.total?.count ?? -1)
      },
    ),
    { numRuns: 60 },
  )
})

test('the same holds where words are looked for', async () => {
  for (const sort of ticketSort.options) {
    const rows = await whole({ sort, words: 'apfel', limit: 2 })
    expect([sort, new Set(rows.map(({ conversation }) => conversation)).size]).toEqual([sort, 6])
    expect(rows).toHaveLength(6)
  }
})

test('words are ordered as people look them up, and what is missing comes last', async () => {
  const rows = await whole({ sort: 'subject', limit: 5 })
  expect([...new Set(rows.map(({ subject }) => subject.toLowerCase()))]).toEqual([
    ...['…', 'a / b', 'apfel', 'ärger', "o'clock", 'übermut', 'zebra', 'zoo', '日本', ''],
  ])
  expect((await whole({ sort: 'status' })).map(({ status }) => status).lastIndexOf('new')).toBeLessThan(
    (await whole({ sort: 'status' })).findIndex(({ status }) => status === 'resolved'),
  )
})

test('the end of a page of another order is refused', async () => {
  const { next } = await list({ sort: 'subject', limit: 2 })
  for (const asked of [{ sort: 'team' as const }, { sort: 'subject' as const, reversed: true }, {}]) {
    await expect(list({ ...asked, after: next })).rejects.toMatchObject({ code: 'malformed' })
  }
  for (const key of [
    ['number', false, 'x'],
    ['number', false],
    ['priority', false, '1', 'never', '3'],
    ['subject', false, 7, '1'],
  ]) {
    const after = Buffer.from(JSON.stringify(key)).toString('base64url')
    await expect(list({ sort: key[0] as 'number', after })).rejects.toMatchObject({ code: 'malformed' })
  }
})
