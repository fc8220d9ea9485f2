import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Code } from '../../../shared/ticket.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'

let desk: TestDesk
let ada: Person
let ben: Person
let eve: Person
let rita: Person
let networks: string

beforeAll(async () => {
  desk = await aDesk({ categories: true, settings: { reopenDays: 7 } })
  networks = randomUUID()
  await desk.pool.query('insert into teams (id, name, tier) values ($1, $2, 2)', [networks, 'Networks'])
  ada = await desk.agent('Ada', { capacity: 20 })
  ben = await desk.agent('Ben', { capacity: 20 })
  eve = await desk.agent('Eve', { teams: [networks] })
  rita = await desk.requester('Rita')
})
afterAll(() => desk.close())

const leaves = (text: string, topic: string | null = null) => rita.asks(text, topic, 'message')
const isMail = (chat: string) => ada.does(chat, { kind: 'classify', category: 'Mail' })
const ticketOf = async (chat: string, who = ada) => (await who.ask('ticket:read', { conversation: chat })).ticket
const resolved = (chat: string, code: Code = 'solved') => ada.does(chat, { kind: 'resolve', code, resolution: 'Done' })
const indexed = (chat: string) =>
  eventually(async () => {
    const { rows } = await desk.pool.query('select indexed_at from tickets where conversation_id = $1', [chat])
    return rows[0]?.indexed_at !== null
  })

test('a wrap-up begins with the category of tickets like it, then with that of its topic, else with none', async () => {
  const fresh = await leaves('Something entirely new', desk.topic)
  expect(await ada.ask('ticket:suggest', { conversation: fresh })).toMatchObject({ category: null, similar: [] })

  const first = await leaves('The gateway tunnel breaks off every morning')
  await ada.does(first, { kind: 'classify', category: 'Network / VPN' })
  const printer = await leaves('Printer jams on duplex', desk.topic)
  await ada.does(printer, { kind: 'classify', category: 'Hardware / Printer' })
  await indexed(first)
  await indexed(printer)
  const again = await leaves('My tunnel to the gateway is gone', desk.topic)

  const suggestion = await ada.ask('ticket:suggest', { conversation: again })
  expect(suggestion.category).toEqual({ id: (await ticketOf(first)).categoryId, why: 'similar' })
  expect(suggestion.similar.map(({ conversation }) => conversation)).toEqual([first])
  const byTopic = await ada.ask('ticket:suggest', { conversation: fresh })
  expect(byTopic.category).toEqual({ id: (await ticketOf(printer)).categoryId, why: 'topic' })
})

test('what an agent spent is suggested, kept as he says, and added up when it comes back', async () => {
  const person = await desk.requester('Tess')
  const chat = await person.asks('How late is it?')
  await ada.does(chat, { kind: 'take' })
  expect(await ada.ask('ticket:suggest', { conversation: chat })).toMatchObject({ minutes: 1 })
  await isMail(chat)
  await ada.does(chat, { kind: 'resolve', code: 'advice', resolution: 'Late', minutes: 7 })
  await ada.does(chat, { kind: 'progress', status: 'in-progress' })
  await ada.does(chat, { kind: 'resolve', code: 'advice', resolution: 'Later', minutes: 5 })

  // A second tab, or a colleague who corrects the words: the time was spent once.
  expect(await ada.does(chat, { kind: 'resolve', code: 'advice', resolution: 'Later', minutes: 5 })).toEqual({ left: [] })
  await ada.does(chat, { kind: 'resolve', code: 'advice', resolution: 'Much later', minutes: 5 })
  expect((await ticketOf(chat)).minutes).toBe(12)
  const { rows } = await desk.pool.query('select minutes from tickets where conversation_id = $1', [chat])
  expect(rows).toEqual([{ minutes: 12 }])
  for (const minutes of [0, -1, 1.5, 1441]) {
    const act = { kind: 'resolve' as const, code: 'advice' as const, resolution: '', minutes }
    await expect(ada.does(chat, act)).rejects.toMatchObject({ code: expect.stringMatching(/malformed|too-large/) })
  }
})

test('a wrap-up begins with what was said, and with how it ended', async () => {
  const person = await desk.requester('Tom')
  const chat = await person.asks('Hello')
  await person.says(chat, 'The scanner does not scan')
  await ada.does(chat, { kind: 'take' })
  await ada.does(chat, { kind: 'say', text: 'Its cable was loose.' })
  await ada.does(chat, { kind: 'note', text: 'Again.' })
  await ada.does(chat, { kind: 'say', text: 'Bye!' })
  expect(await ada.ask('ticket:suggest', { conversation: chat })).toMatchObject({
    subject: 'The scanner does not scan',
    code: { is: 'solved', why: 'answered' },
    resolution: { text: 'Its cable was loose.', why: 'said' },
  })
})

test('a duplicate and its original name each other, and the requester learns of neither', async () => {
  const original = await leaves('The mail is down')
  const copy = await leaves('Mail does not work')
  await ada.does(copy, { kind: 'resolve', code: 'duplicate', resolution: '', duplicateOf: original })

  const [first, second] = [await ada.ask('ticket:read', { conversation: original }), await ada.ask('ticket:read', { conversation: copy })]
  expect(first.duplicates).toMatchObject([{ conversation: copy, number: second.ticket.number, status: 'resolved' }])
  expect(second.duplicateOf).toMatchObject({ conversation: original, subject: 'The mail is down' })
  const seen = await rita.ask('conversation:open', { conversation: copy })
  expect(JSON.stringify(seen)).not.toContain(original)

  await ada.does(copy, { kind: 'progress', status: 'in-progress' })
  expect((await ada.ask('ticket:read', { conversation: original })).duplicates).toEqual([])
})

test('nothing is a duplicate of itself, of what is not there, or of what one may not see', async () => {
  const mine = await leaves('Alone')
  const theirs = await leaves('Theirs')
  await ada.does(theirs, { kind: 'transfer', to: { team: networks }, comment: '' })
  const repeats = (duplicateOf: string, code: Code = 'duplicate') => ada.does(mine, { kind: 'resolve', code, resolution: '', duplicateOf })

  await expect(repeats(mine)).rejects.toMatchObject({ code: 'same-ticket' })
  await expect(repeats(theirs)).rejects.toMatchObject({ code: 'not-found' })
  await expect(repeats(randomUUID())).rejects.toMatchObject({ code: 'not-found' })
  await expect(repeats(theirs, 'solved')).rejects.toMatchObject({ code: 'malformed' })
  await expect(eve.ask('ticket:suggest', { conversation: mine })).rejects.toMatchObject({ code: 'not-found' })
  await expect(rita.ask('ticket:suggest', { conversation: mine })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(eve.ask('ticket:recap', { conversation: mine })).rejects.toMatchObject({ code: 'not-found' })
  await expect(rita.ask('ticket:recap', { conversation: mine })).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await ada.ask('ticket:recap', { conversation: mine })).toMatchObject({ asked: 'Alone', agents: [], waitedSeconds: null })
})

test('a ticket of which nobody talks changes hands, also to somebody who is not here, and comes back', async () => {
  const chat = await leaves('Who takes this?')
  ben.leaves()
  await ada.does(chat, { kind: 'transfer', to: { agent: ben.id }, comment: 'yours' })
  expect(await ticketOf(chat)).toMatchObject({ communicationOwner: ben.id, workOwner: ben.id })
  await expect(ada.does(chat, { kind: 'transfer', to: { agent: ben.id }, comment: '' })).rejects.toMatchObject({ code: 'same-place' })
  await ada.does(chat, { kind: 'transfer', to: { team: desk.team }, comment: '' })
  expect(await ticketOf(chat)).toMatchObject({ communicationOwner: null, workOwner: null, team: desk.team })

  await expect(eve.does(chat, { kind: 'transfer', to: { agent: eve.id }, comment: '' })).rejects.toMatchObject({ code: 'not-found' })
  await ada.does(chat, { kind: 'transfer', to: { team: networks }, comment: 'second tier' })
  expect(await ticketOf(chat, eve)).toMatchObject({ team: networks })
  await expect(ticketOf(chat)).rejects.toMatchObject({ code: 'not-found' })
})

test('the state of a ticket moves as its table says, and never behind the requester', async () => {
  const chat = await leaves('Slow')
  const progress = (status: 'new' | 'in-progress' | 'on-hold' | 'closed') => ada.does(chat, { kind: 'progress', status })
  await expect(progress('closed')).rejects.toMatchObject({ code: 'not-resolved' })
  await progress('on-hold')
  await progress('new')
  await progress('on-hold')
  expect(await ticketOf(chat)).toMatchObject({ status: 'on-hold' })
  await isMail(chat)
  await resolved(chat)
  await progress('closed')
  await progress('in-progress')

  expect(await ticketOf(chat)).toMatchObject({ status: 'in-progress', resolvedAt: null, code: null })
  const seen = await rita.ask('conversation:open', { conversation: chat })
  expect(seen.state).toMatchObject({ ticketStatus: 'open' })
  await expect(rita.does(chat, { kind: 'progress', status: 'closed' })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a team says what must be filled in; until it is, nobody resolves its tickets in any way, and the clock logs them all the same', async () => {
  const olga = await desk.agent('Olga', { role: 'administrator' })
  const { routing, version } = await olga.ask('routing:read', { team: desk.team })
  const closing = { category: true, resolution: 10, minutes: true }
  await expect(ada.ask('routing:save', { team: desk.team, version, routing: { ...routing, closing } })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await olga.ask('routing:save', { team: desk.team, version, routing: { ...routing, closing } })
  const chat = await leaves('What is missing?')
  expect(await ada.ask('ticket:suggest', { conversation: chat })).toMatchObject({ rules: closing })
  const tries = (resolution: string, minutes?: number, code: Code = 'solved') =>
    ada.does(chat, { kind: 'resolve', code, resolution, ...(minutes && { minutes }) })
  await eventually(async () => {
    await expect(tries('', 1)).rejects.toMatchObject({ code: 'category-needed' })
    return true
  })
  await isMail(chat)
  await expect(tries('  A cable ')).rejects.toMatchObject({ code: 'resolution-needed' })
  await expect(tries('A new cable')).rejects.toMatchObject({ code: 'minutes-needed' })
  await expect(tries('', undefined, 'duplicate')).rejects.toMatchObject({ code: 'duplicate-needed' })
  expect((await ticketOf(chat)).status).toBe('new')
  await tries('A new cable', 4)
  expect(await ticketOf(chat)).toMatchObject({ status: 'resolved', resolution: 'A new cable', minutes: 4 })

  const gone = await leaves('Anybody?')
  await ada.does(gone, { kind: 'resolve', code: 'no-answer', resolution: '' })
  expect((await ticketOf(gone)).status).toBe('resolved')
  const audited = await olga.ask('audit:list', { before: null })
  expect(audited.records.find(({ what }) => what === 'routing:save')?.after).toMatchObject({ closing })
})
