import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Ringing } from '../../../shared/protocol/line.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let network: string
let phones: string
let ada: Person
let luis: Person
let eve: Person

beforeAll(async () => {
  desk = await aDesk()
  const [networks, strangers] = [randomUUID(), randomUUID()]
  network = networks
  phones = strangers
  await desk.pool.query("insert into teams (id, name, tier) values ($1, 'Network', 2), ($2, 'Phones', 2)", [networks, strangers])
  ada = await desk.agent('Ada')
  luis = await desk.agent('Luis', { teams: [networks] })
  eve = await desk.agent('Eve', { teams: [strangers] })
}, 60_000)
afterAll(() => desk.close(), 60_000)

const brief = { symptom: 'VPN drops', impact: 'One person', environment: 'Leeds', steps: '- Restarted', ask: 'Which gateway?' }
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

async function helped(name: string) {
  const rita = await desk.requester(name)
  const chat = await rita.asks(`${name}: the VPN drops`)
  await ada.does(chat, { kind: 'take' })
  return { rita, chat }
}

test('work that was sent on waits for its team, what was promised first comes first, and nobody else sees it', async () => {
  const [one, other] = [await helped('Rita'), await helped('Sam')]
  await refusedWith('not-found', luis.ask('conversation:open', { conversation: one.chat }))
  for (const { chat } of [one, other]) await ada.does(chat, { kind: 'escalate', team: network, brief })
  await ada.does(other.chat, { kind: 'promise', until: soon(30), text: '' })
  const waiting = async (who: Person) =>
    (await who.ask('ticket:list', { filters: { work: 'waiting' }, sort: 'promise' })).rows.map(({ conversation }) => conversation)
  expect(await waiting(luis)).toEqual([other.chat, one.chat])
  expect(await waiting(ada)).toEqual([])
  expect(await waiting(eve)).toEqual([])
  await refusedWith('not-found', eve.does(one.chat, { kind: 'take-work' }))
  await refusedWith('not-found', eve.ask('ticket:read', { conversation: one.chat }))

  await luis.does(one.chat, { kind: 'take-work' })
  expect(await waiting(luis)).toEqual([other.chat])
  const { ticket } = await luis.ask('ticket:read', { conversation: one.chat })
  expect(ticket).toMatchObject({ communicationOwner: ada.id, workOwner: luis.id })
  const [row] = (await luis.ask('ticket:list', { filters: { owner: 'me' } })).rows
  expect(row).toMatchObject({ workOwner: { name: 'Luis' }, workTeam: { name: 'Network' }, communicationOwner: { name: 'Ada' } })
  await eventually(async () => (await luis.ask('ticket:list', { words: 'sam vpn' })).rows.length === 1)
  expect((await eve.ask('ticket:list', { words: 'sam vpn' })).rows).toEqual([])

  const seen = await one.rita.ask('conversation:open', { conversation: one.chat })
  expect(seen.state).toMatchObject({ agent: { name: 'Ada' }, work: { name: 'Luis', is: 'agent' } })
  expect(JSON.stringify(seen)).not.toContain('Which gateway?')
  await luis.does(one.chat, { kind: 'return-work', missing: 'Since when?' })
  expect(JSON.stringify(await one.rita.ask('conversation:open', { conversation: one.chat }))).not.toContain('Since when?')
})

test('a specialist who is asked into the chat hears it ring, also after he reconnects, and comes within his capacity', async () => {
  const { rita, chat } = await helped('Ute')
  await ada.does(chat, { kind: 'escalate', team: network, brief, agent: luis.id })
  const rings = ({ heard }: Person) => heard.flatMap(({ name, news }) => (name === 'offer:made' ? [news as Ringing] : []))
  await eventually(() => rings(luis).some(({ by }) => by === ada.id))
  const [ringing] = (await luis.ask('desk:look', {})).offers
  expect(ringing).toMatchObject({ conversation: { id: chat }, by: ada.id, why: null })
  await refusedWith('not-found', eve.does(chat, { kind: 'accept', offer: ringing?.offer ?? '' }))
  await luis.does(chat, { kind: 'accept', offer: ringing?.offer ?? '' })
  await luis.says(chat, 'Hello, I look at the gateway')
  const seen = await rita.ask('conversation:open', { conversation: chat })
  expect(seen.entries.map(({ kind }) => kind).slice(-3)).toEqual(['joined', 'work-passed', 'said'])
  expect((await luis.ask('desk:look', {})).offers).toEqual([])
  expect((await luis.ask('desk:look', {})).mine.map(({ id }) => id)).toContain(chat)

  await desk.pool.query('update standings set capacity = 0 where agent_id = $1', [luis.id])
  const full = await helped('Vic')
  await refusedWith('at-capacity', ada.does(full.chat, { kind: 'escalate', team: network, brief, agent: luis.id }))
})

test('when the work went back, or to another team, those whom it was sent to hear no more of the chat', async () => {
  const told = (who: Person, text: string) => JSON.stringify(who.heard).includes(text)
  const { chat } = await helped('Wim')
  await ada.ask('conversation:open', { conversation: chat })
  const follows = (who: Person) => who.ask('conversation:open', { conversation: chat })
  const notes = async (text: string) => {
    await ada.does(chat, { kind: 'note', text })
    await eventually(() => told(ada, text))
  }
  await ada.does(chat, { kind: 'escalate', team: network, brief })
  await follows(luis)
  await notes('psst, one')
  await eventually(() => told(luis, 'psst, one'))
  await ada.does(chat, { kind: 'recall-work' })
  await notes('psst, two')
  expect(told(luis, 'psst, two')).toBe(false)

  // Whoever works on it in both teams goes on hearing of it when the chat moves.
  await ada.does(chat, { kind: 'escalate', team: network, brief })
  const nora = await desk.agent('Nora', { teams: [desk.team, network] })
  await follows(nora)
  const others = await desk.agent('Olaf', { role: 'supervisor' })
  await others.does(chat, { kind: 'transfer', to: { team: phones }, comment: '' })
  await others.does(chat, { kind: 'note', text: 'psst, three' })
  await eventually(() => told(nora, 'psst, three'))
})
