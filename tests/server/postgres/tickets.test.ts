import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ticketReach } from '../../../server/desk/tickets/tickets.ts'
import { indexTickets } from '../../../server/postgres/ticket-index.ts'
import { ticketsIn } from '../../../server/postgres/tickets.ts'
import type { Helping, Requesting } from '../../../shared/people.ts'
import { type Asked, questions } from '../../../shared/protocol.ts'
import { aKernel, type Kernel } from '../../support/kernel.ts'

let desk: Kernel
let ada: Helping
let sam: Helping
let rita: Requesting

beforeAll(async () => {
  desk = await aKernel()
  ada = await desk.agent('Ada', { capacity: 50 })
  sam = await desk.agent('Sam', { role: 'supervisor' })
  rita = await desk.requester('Rita')
})
afterAll(() => desk.close())

/** What an agent sees of the list. */
function list(who: Helping, asked: Asked<'ticket:list'> = {}) {
  return ticketsIn(desk.pool).list(ticketReach(who), questions['ticket:list'].parse(asked))
}

async function subjects(who: Helping, asked: Asked<'ticket:list'> = {}) {
  const { rows } = await list(who, asked)
  return rows.map(({ subject }) => subject.map(({ text }) => text).join(''))
}

async function indexed() {
  while ((await indexTickets(desk.pool)) > 0);
}

/** A left message becomes a ticket at once, and several may be open beside each other. */
const leaves = (text: string, who = rita) => {
  desk.passes(1)
  return desk.asks(who, text, 'message')
}

test('words are found in subject, messages, notes and resolution, and marked', async () => {
  const chat = await leaves('The Überwachung of server zeta-7 fails')
  await desk.does(rita, chat, { kind: 'say', text: 'It says: cannot reach vault.corp.example (code 0x80070035)' })
  await desk.does(ada, chat, { kind: 'note', text: 'Probably the quuxinator again' })
  await desk.does(ada, chat, { kind: 'resolve', code: 'solved', resolution: 'Renewed the kerberos tickets' })
  await indexed()

  for (const words of [
    'uberwachung',
    'ÜBERWACHUNG',
    'zeta-7',
    'vault corp',
    'corp.exam',
    '0x80070035',
    'quuxinator',
    'kerber',
    'server kerberos',
  ]) {
    expect([words, (await list(ada, { words })).rows.map(({ conversation }) => conversation)]).toEqual([words, [chat]])
  }
  for (const words of ['zeta-8', 'corp vaultx', 'kerber renewed', 'server typewriter', "'; drop table tickets", '!!! \\ :* &', '']) {
    if (words) expect((await list(ada, { words })).rows).toEqual([])
  }
  const { rows } = await list(ada, { words: 'server quux' })
  expect(rows[0]?.subject.filter(({ hit }) => hit)).toEqual([{ text: 'server', hit: true }])
  expect(rows[0]?.snippet).toEqual([
    { text: 'Probably the ', hit: false },
    { text: 'quuxinator', hit: true },
    { text: ' again', hit: false },
  ])
})

test('a chat that goes on is found by what was just said', async () => {
  const eve = await desk.requester('Rosa')
  const chat = await desk.asks(eve, 'Hello')
  await desk.does(ada, chat, { kind: 'take' })
  await indexed()
  await desk.does(eve, chat, { kind: 'say', text: 'The flibbertigibbet is stuck' })
  await indexed()

  expect((await list(ada, { words: 'flibbertigibbet' })).rows).toHaveLength(1)
})

test('logging a record leaves the index as it is, unless something was written since it was read', async () => {
  const chat = await leaves('Put back in place')
  await desk.does(ada, chat, { kind: 'resolve', code: 'solved', resolution: 'Done' })
  await indexed()
  desk.passes(10)
  await desk.clock(chat, { kind: 'tick' })
  expect((await list(ada, { words: 'put back in place' })).rows).toHaveLength(1)
  expect(await indexTickets(desk.pool)).toBe(0)

  await desk.does(ada, chat, { kind: 'note', text: 'The thingamajig was loose' })
  desk.passes(10)
  await desk.clock(chat, { kind: 'tick' })
  await indexed()
  expect((await list(ada, { words: 'thingamajig' })).rows).toHaveLength(1)
})

test('a number finds its ticket, however it is written', async () => {
  const chat = await leaves('Which number am I?')
  const { number } = (await desk.conversations.read(chat)) ?? { number: 0 }
  const label = `INC-${String(number).padStart(6, '0')}`

  for (const words of [label, label.toLowerCase(), `inc ${number}`, `${number}`, `#${number}`]) {
    const { rows, total } = await list(ada, { words })
    expect(rows.map((row) => row.label)).toEqual([label])
    expect(total).toEqual({ count: 1, more: false })
  }
  expect((await list(ada, { words: 'INC-999999' })).rows).toEqual([])
})

test('agents find what their teams or they themselves have, supervisors everything, and foreign tickets do not exist', async () => {
  const second = randomUUID()
  await desk.pool.query('insert into teams (id, name, tier) values ($1, $2, 2)', [second, 'Networks'])
  const bob = await desk.agent('Bob', { teams: [second] })
  const ours = await leaves('wombat at our desk')
  const theirs = await leaves('wombat passed on')
  const teamless = { kind: 'transfer', to: { team: second }, comment: '' } as const
  await desk.does(ada, theirs, { kind: 'take' })
  await desk.does(ada, theirs, teamless)
  await indexed()

  expect(await subjects(ada, { words: 'wombat' })).toEqual(['wombat at our desk'])
  expect(await subjects(bob, { words: 'wombat' })).toEqual(['wombat passed on'])
  expect(await subjects(sam, { words: 'wombat' })).toEqual(['wombat passed on', 'wombat at our desk'])
  const number = (await desk.conversations.read(ours))?.number
  expect((await list(bob, { words: String(number) })).rows.map((row) => row.number)).not.toContain(number)

  await desk.does(bob, theirs, { kind: 'take' })
  await desk.does(bob, theirs, { kind: 'transfer', to: { agent: ada.id }, comment: 'back to you' })
  expect(await subjects(ada, { words: 'wombat' })).toContain('wombat passed on')
  expect(() => ticketReach(rita)).toThrow(expect.objectContaining({ code: 'not-allowed' }))
})

test('filters narrow the list, each alone and together', async () => {
  const vera = await desk.requester('Vera')
  const since = desk.now().toISOString()
  const printer = await leaves('Vera one', vera)
  await desk.does(ada, printer, { kind: 'classify', impact: 'high', urgency: 'high' })
  const mouse = await leaves('Vera two', vera)
  await desk.does(ada, mouse, { kind: 'take' })

  const of = (filters: Asked<'ticket:list'>['filters']) => subjects(sam, { filters: { requester: vera.id, ...filters }, sort: 'opened' })
  expect(await of({})).toEqual(['Vera two', 'Vera one'])
  expect(await of({ owner: ada.id })).toEqual(['Vera two'])
  expect(await of({ owner: 'none' })).toEqual(['Vera one'])
  expect(await of({ owner: 'me' })).toEqual([])
  expect(await of({ priority: [1, 2] })).toEqual(['Vera one'])
  expect(await of({ status: ['in-progress'] })).toEqual(['Vera two'])
  expect(await of({ team: randomUUID() })).toEqual([])
  expect(await of({ channel: 'chat' })).toEqual([])
  expect(await of({ openedFrom: since, status: ['new'] })).toEqual(['Vera one'])
  expect(await of({ openedTo: since })).toEqual([])
  expect(await subjects(sam, { filters: { requester: vera.id }, sort: 'priority' })).toEqual(['Vera one', 'Vera two'])
})

test.each(['changed', 'opened', 'priority'] as const)('pages by %s lose and repeat nothing while tickets come in', async (sort) => {
  const walter = await desk.requester('Walter')
  for (let n = 0; n < 9; n++) {
    const chat = await leaves(`gnu ${n}`, walter)
    if (n % 2) await desk.does(ada, chat, { kind: 'classify', impact: 'high' })
  }
  await indexed()
  const filters = { requester: walter.id }

  for (const words of ['', 'gnu']) {
    const before = await subjects(sam, { filters, words, sort })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(sam, { filters, words, sort, limit: 2, after })
      seen.push(...page.rows.map(({ subject }) => subject.map(({ text }) => text).join('')))
      expect(page.total === null).toBe(after !== null)
      after = page.next
      const added = await leaves('gnu late', walter)
      await desk.does(ada, added, { kind: 'classify', impact: 'high', urgency: 'high' })
      await desk.does(ada, added, { kind: 'resolve', code: 'solved', resolution: 'Done' })
      await indexed()
    } while (after)
    expect(seen.filter((subject) => subject !== 'gnu late')).toEqual(before.filter((subject) => subject !== 'gnu late'))
    expect(new Set(before).size).toBeGreaterThan(8)
  }
})

test('a place in the list that was not given by the list is refused', async () => {
  for (const after of [
    '',
    'x',
    Buffer.from('["changed",1,"today; drop","1"]').toString('base64url'),
    Buffer.from('null').toString('base64url'),
  ]) {
    await expect(list(sam, { after })).rejects.toMatchObject({ code: 'malformed' })
  }
  const { next } = await list(sam, { limit: 1 })
  await expect(list(sam, { after: next, sort: 'priority' })).rejects.toMatchObject({ code: 'malformed' })
})

test('one ticket brings its owners by name, and says when it was logged', async () => {
  const chat = await leaves('Read me whole')
  await desk.does(ada, chat, { kind: 'resolve', code: 'advice', resolution: 'Read the manual' })
  desk.passes(10)
  await desk.clock(chat, { kind: 'tick' })
  const view = await ticketsIn(desk.pool).read(ticketReach(sam), { conversation: chat })
  const same = await ticketsIn(desk.pool).read(ticketReach(sam), { number: view?.ticket.number ?? 0 })

  expect(view).toMatchObject({
    ticket: { status: 'resolved', code: 'advice', resolution: 'Read the manual' },
    requester: { name: 'Rita', verified: false },
    team: { name: 'Service desk' },
    logged: { at: desk.now().toISOString(), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  expect(view?.names).toContainEqual({ id: ada.id, name: 'Ada' })
  expect(same).toEqual(view)
  expect(await ticketsIn(desk.pool).read(ticketReach(sam), { number: 999_999 })).toBeNull()
})

test('words without end fit into the index', async () => {
  const swelling = await leaves('Swelling')
  for (let n = 0; n < 60; n++) await desk.does(rita, swelling, { kind: 'say', text: `${String.fromCodePoint(0xfdfa)}${n} `.repeat(800) })
  const chat = await leaves('Endless')
  const word = (n: number) => `w${n.toString(36)}ö`.repeat(2)
  for (let n = 0; n < 60; n++) {
    const text = Array.from({ length: 400 }, (_, place) => word(n * 400 + place))
      .join(' ')
      .slice(0, 4000)
    await desk.does(rita, chat, { kind: 'say', text })
  }
  await indexed()

  expect((await list(ada, { words: `endless ${word(1)}` })).rows).toHaveLength(1)
  expect((await list(ada, { words: 'swelling' })).rows).toHaveLength(1)
})
