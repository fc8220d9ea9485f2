import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Conversation } from '../../shared/conversation.ts'
import type { Entry } from '../../shared/entry.ts'
import { asks, does, isThere, saidIn } from '../support/a-chat.ts'
import { aHistory } from '../support/history.ts'
import { aHouse, type House } from '../support/house.ts'
import { type LineTo, lineTo } from '../support/line-to.ts'
import { aProxy } from '../support/proxy.ts'
import { range } from '../support/talk.ts'
import { aTalker } from '../support/talker.ts'
import { until } from '../support/until.ts'

let house: House
let desk: Awaited<ReturnType<House['desk']>>
let teams: string[]
let olga: LineTo

const graceSeconds = 6

beforeAll(async () => {
  house = await aHouse({ settings: { graceSeconds } })
  desk = await house.desk({ FIRSTLINE_ENGINES: 'embedded' })
  teams = await Promise.all(range(6).map((n) => house.aTeam(`Team ${n}`)))
  // She makes them attended, and takes nothing.
  olga = await isThere(desk.url, await house.agent('Olga', { capacity: 0, role: 'administrator', teams }))
}, 60_000)
afterAll(() => house.close(), 60_000)

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** A line to the desk that can fail, and an agent behind it who is alone in his team. */
async function behindALine(number: number, { capacity = 5 } = {}) {
  const network = await aProxy({ host: '127.0.0.1', port: desk.port })
  const team = teams[number] ?? ''
  const ada = await isThere(network.url, await house.agent('Ada', { capacity, teams: [team] }))
  return { network, team, ada }
}

async function chatWith(agent: LineTo, team: string) {
  const rita = lineTo(desk.url, await house.requester('Rita'))
  const conversation = await asks(rita, team)
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

test.concurrent('an agent whose line breaks and who is back in time keeps his chats, and nobody is told anything', async () => {
  const { network, team, ada } = await behindALine(0)
  const { rita, conversation, heard } = await chatWith(ada, team)
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
  await network.end()
}, 60_000)

test.concurrent('an agent whose line stays broken loses his chats and offers to the line, at their original age, and the requester is told', async () => {
  const { network, team, ada } = await behindALine(1, { capacity: 2 })
  const { rita, conversation, heard } = await chatWith(ada, team)
  const opened = await stateOf(conversation)
  const carl = lineTo(desk.url, await house.requester('Carl'))
  const ringing = await asks(carl, team)
  await until('it rings for Ada', async () => (await stateOf(ringing)).offer?.agent === ada.who.id)
  network.close()
  await until('Rita waits again', async () => (await stateOf(conversation)).status === 'waiting', 30)

  expect(await stateOf(conversation)).toMatchObject({ agent: null, waitingSince: opened.openedAt, agedFrom: opened.openedAt })
  await until('Rita is told', () => heard.some((entry) => entry.kind === 'queued' && entry.why === 'agent-lost'))
  await until('it rings for Ada no longer', async () => (await stateOf(ringing)).offer === null)
  const { rows } = await house.pool.query('select load from standings where agent_id = $1', [ada.who.id])
  expect(rows).toEqual([{ load: 0 }])
  for (const line of [ada, rita, carl]) line.close()
  await network.end()
}, 90_000)

test.concurrent('an agent behind a dead line that nobody hung up is missed as well', async () => {
  const { network, team, ada } = await behindALine(2)
  const { rita, conversation } = await chatWith(ada, team)
  network.blackHole()
  await until('Rita waits again', async () => (await stateOf(conversation)).status === 'waiting', 60)
  for (const line of [ada, rita]) line.close()
  await network.end()
}, 90_000)

test.concurrent('an agent whose network changes under him is here once, on his new line, and misses nothing', async () => {
  const { network, team, ada } = await behindALine(4)
  const { rita, conversation } = await chatWith(ada, team)
  const before = await stateOf(conversation)
  network.forget()
  ada.socket.io.reconnection(false)
  const again = lineTo(network.url, ada.who)
  const talker = aTalker(again, conversation, aHistory())
  await does(rita, conversation, { kind: 'say', text: 'Are you there?' })
  await until('he has it on his new line', () => talker.list().length === before.last.public + 1)
  await does(again, conversation, { kind: 'say', text: 'On another line' })
  await until('the old line is missed', async () => (await linesOf(ada)) === 1, 40)
  await pause(graceSeconds + 2)

  expect(await stateOf(conversation)).toMatchObject({ status: 'active', agent: ada.who.id })
  expect((await saidIn(house, conversation)).map(({ text }) => text)).toEqual(['My screen is black', 'Are you there?', 'On another line'])
  talker.stop()
  for (const line of [ada, again, rita]) line.close()
  await network.end()
}, 90_000)

async function linesOf({ who }: LineTo): Promise<number> {
  const { rowCount } = await house.pool.query('select from presences where person_id = $1', [who.id])
  return rowCount ?? 0
}

test.concurrent('an agent who is disabled is outside within five seconds, and his chats wait again within ten', async () => {
  const { network, team, ada } = await behindALine(3)
  const { rita, conversation } = await chatWith(ada, team)
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
  await network.end()
}, 60_000)

test.concurrent('an administrator whose role is taken away has it no longer, on the line that stood, too', async () => {
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
