import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Conversation } from '../../shared/conversation.ts'
import type { Entry } from '../../shared/entry.ts'
import { asks, does, isThere } from '../support/a-chat.ts'
import { aHouse, type House } from '../support/house.ts'
import { type LineTo, lineTo } from '../support/line-to.ts'
import { aProxy, type FaultyLine } from '../support/proxy.ts'
import { until } from '../support/until.ts'

let house: House
let desk: Awaited<ReturnType<House['desk']>>
let network: FaultyLine
let olga: LineTo

const graceSeconds = 6

beforeAll(async () => {
  house = await aHouse({ settings: { graceSeconds } })
  desk = await house.desk({ FIRSTLINE_ENGINES: 'embedded' })
  network = await aProxy({ host: '127.0.0.1', port: desk.port })
  // She makes the desk attended, and takes nothing.
  olga = await isThere(desk.url, await house.agent('Olga', { capacity: 0, role: 'administrator' }))
}, 60_000)
afterAll(async () => {
  await network?.end()
  await house.close()
}, 60_000)

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

async function chatWith(agent: LineTo) {
  const rita = lineTo(desk.url, await house.requester('Rita'))
  const conversation = await asks(rita, house.team)
  await does(agent, conversation, { kind: 'take' })
  const heard: Entry[] = []
  rita.on('entries:added', ({ entries }) => void heard.push(...entries))
  await rita.ask('conversation:open', { conversation })
  return { rita, conversation, heard }
}

async function stateOf(conversation: string): Promise<Conversation> {
  const { rows } = await house.pool.query<{ state: Conversation }>('select state from conversations where id = $1', [conversation])
  if (!rows[0]) throw new Error('It is not there')
  return rows[0].state
}

test('an agent whose line breaks and who is back in time keeps his chats, and nobody is told anything', async () => {
  const ada = await isThere(network.url, await house.agent('Ada'))
  const { rita, conversation, heard } = await chatWith(ada)
  const before = await stateOf(conversation)
  network.close()
  await pause(graceSeconds - 3)
  network.heal()
  await ada.stands()
  await pause(6)

  expect(await stateOf(conversation)).toEqual(before)
  expect(heard).toEqual([])
  await does(ada, conversation, { kind: 'say', text: 'Here I am again' })
  for (const line of [ada, rita]) line.close()
}, 60_000)

test('an agent whose line stays broken loses his chats and offers to the line, at their original age, and the requester is told', async () => {
  const ada = await isThere(network.url, await house.agent('Ada', { capacity: 2 }))
  const { rita, conversation, heard } = await chatWith(ada)
  const opened = await stateOf(conversation)
  const carl = lineTo(desk.url, await house.requester('Carl'))
  const ringing = await asks(carl, house.team)
  await until('it rings for Ada', async () => (await stateOf(ringing)).offer?.agent === ada.who.id)
  network.close()
  await until('Rita waits again', async () => (await stateOf(conversation)).status === 'waiting', 30)

  expect(await stateOf(conversation)).toMatchObject({ agent: null, waitingSince: opened.openedAt, agedFrom: opened.openedAt })
  await until('Rita is told', () => heard.some((entry) => entry.kind === 'queued' && entry.why === 'agent-lost'))
  await until('it rings for Ada no longer', async () => (await stateOf(ringing)).offer === null)
  const { rows } = await house.pool.query('select load from standings where agent_id = $1', [ada.who.id])
  expect(rows).toEqual([{ load: 0 }])
  network.heal()
  for (const line of [ada, rita, carl]) line.close()
}, 90_000)

test('an agent behind a dead line that nobody hung up is missed as well', async () => {
  const ada = await isThere(network.url, await house.agent('Ada'))
  const { rita, conversation } = await chatWith(ada)
  network.blackHole()
  await until('Rita waits again', async () => (await stateOf(conversation)).status === 'waiting', 60)
  network.heal()
  for (const line of [ada, rita]) line.close()
}, 90_000)

test('an agent who is disabled is outside within five seconds, and his chats wait again within ten', async () => {
  const ada = await isThere(desk.url, await house.agent('Ada'))
  const { rita, conversation } = await chatWith(ada)
  const ended: string[] = []
  ada.on('access:ended', ({ why }) => void ended.push(why))
  const asked = Date.now()
  await olga.ask('people:disable', { agent: ada.who.id, version: 1 })
  await until('she is outside', () => !ada.socket.connected, 5)
  await until('Rita waits again', async () => (await stateOf(conversation)).status === 'waiting', 10 - (Date.now() - asked) / 1000)

  expect(ended).toEqual(['disabled'])
  await pause(1)
  expect(ada.socket.connected).toBe(false)
  for (const line of [ada, rita]) line.close()
}, 60_000)

test('an administrator whose role is taken away has it no longer, on the line that stood, too', async () => {
  const otto = await isThere(desk.url, await house.agent('Otto', { role: 'administrator' }))
  await otto.ask('people:list', {})
  const { people } = await olga.ask('people:list', {})
  const member = people.find(({ id }) => id === otto.who.id)
  if (!member) throw new Error('Otto is not there')
  const { id: agent, version, name, email, teams, capacity } = member
  await olga.ask('people:change', { agent, version, name, email, role: 'agent', teams, capacity })

  const refused = () =>
    otto.ask('people:list', {}).then(
      () => false,
      (error: { code?: string }) => error.code === 'not-allowed',
    )
  await until('he is refused', refused, 5)
  otto.close()
}, 60_000)
