import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Status } from '../../shared/conversation.ts'
import type { Ringing } from '../../shared/protocol/line.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import { asks, does, isThere } from '../support/a-chat.ts'
import { dare } from '../support/dare.ts'
import { aHouse, type House } from '../support/house.ts'
import type { Keyholder } from '../support/keyholders.ts'
import { capacityKept } from '../support/line-laws.ts'
import { type LineTo, lineTo } from '../support/line-to.ts'
import { loadMoves, untrueLoads, watchLoads } from '../support/loads.ts'
import { range } from '../support/talk.ts'
import { until } from '../support/until.ts'

let house: House
let urls: string[]

beforeAll(async () => {
  house = await aHouse({ settings: { offerSeconds: 5, reofferAfterSeconds: 1 } })
  urls = (await Promise.all([house.desk(), house.desk()])).map(({ url }) => url)
}, 90_000)
afterAll(() => house.close(), 60_000)

const trials = 60

test('of twenty agents who take a conversation while it is accepted on two devices, one gets it', async () => {
  const takers = await Promise.all(range(20).map(async (n) => lineTo(urlOf(n), await house.agent(`Agent ${n}`))))
  const bob = await house.agent('Bob')
  const devices = [await isThere(urlOf(0), bob), await isThere(urlOf(1), bob)]
  const rita = lineTo(urlOf(0), await house.requester('Rita'))
  await Promise.all(takers.map((line) => line.stands()))
  const winners = new Set<string>()

  for (let trial = 0; trial < trials; trial++) {
    const ringing = whatRingsFor(devices)
    const conversation = await asks(rita, house.team)
    await until('it rings on both devices', () => ringing.every((heard) => heard()?.conversation.id === conversation))
    const offer = ringing[0]?.()?.offer ?? ''
    const attempts = [
      ...takers.map((line) => ({ line, act: { kind: 'take' } as const })),
      ...devices.map((line) => ({ line, act: { kind: 'accept', offer } as const })),
    ]
    // Each is the first to ask now and then: else the quicker process gives all to the first of its own.
    const first = trial % attempts.length
    const inTurn = [...attempts.slice(first), ...attempts.slice(0, first)]
    const outcomes = await Promise.all(inTurn.map(({ line, act }) => outcome(line, does(line, conversation, act))))
    const owner = await theOwnerOf(conversation)
    winners.add(owner)

    for (const { line, refusal } of outcomes) {
      if (line.who.id === owner) expect(refusal).toBeNull()
      else expect(['taken-by-other', 'offer-over']).toContain(refusal)
    }
    await until('it rings no longer', () => ringing.every((heard) => heard() === undefined))
    const winner = [...takers, ...devices].find(({ who }) => who.id === owner)
    if (winner) await does(winner, conversation, { kind: 'end' })
  }

  expect(winners.size).toBeGreaterThan(5)
  for (const line of [...takers, ...devices, rita]) line.close()
}, 180_000)

const urlOf = (index: number) => urls[index % urls.length] ?? ''

async function outcome(line: LineTo, work: Promise<unknown>): Promise<{ line: LineTo; refusal: RefusalCode | null }> {
  try {
    await work
    return { line, refusal: null }
  } catch (error) {
    if (error instanceof Refused) return { line, refusal: error.code }
    throw error
  }
}

/** What rings on each of these devices now. */
function whatRingsFor(devices: LineTo[]): (() => Ringing | undefined)[] {
  return devices.map((line) => {
    let ringing: Ringing | undefined
    line.on('offer:made', (made) => {
      ringing = made
    })
    line.on('offer:over', ({ offer }) => {
      if (ringing?.offer === offer) ringing = undefined
    })
    return () => ringing
  })
}

async function theOwnerOf(conversation: string): Promise<string> {
  const { rows } = await house.pool.query<{ owner: string; times: number }>(
    `select agent_id as owner, (select count(*)::int from entries where conversation_id = conversations.id and kind = 'assigned') as times
     from conversations where id = $1`,
    [conversation],
  )
  expect(rows).toEqual([{ owner: expect.any(String), times: 1 }])
  return rows[0]?.owner ?? ''
}

test('somebody who asks in two tabs at once has one chat', async () => {
  const olga = await isThere(urlOf(0), await house.agent('Olga', { capacity: 0 }))
  for (const trial of range(15)) {
    const rita = await house.requester(`Rita ${trial}`)
    const tabs = [lineTo(urlOf(0), rita), lineTo(urlOf(1), rita)]
    await Promise.all(tabs.map((tab) => tab.stands()))
    const outcomes = await Promise.all([...tabs, ...tabs].map((tab) => outcome(tab, opens(tab))))

    expect(outcomes.map(({ refusal }) => refusal).sort()).toEqual(['already-open', 'already-open', 'already-open', null])
    const { rows } = await house.pool.query('select id from conversations where requester_id = $1', [rita.id])
    expect(rows).toHaveLength(1)
    await does(tabs[0] as LineTo, rows[0].id, { kind: 'leave' })
    for (const tab of tabs) tab.close()
  }
  olga.close()
}, 60_000)

/** Asks for help in a chat of its own. */
const opens = (line: LineTo, conversation: string = randomUUID()) =>
  does(line, conversation, { kind: 'open', topic: house.team, text: 'Help!', entrance: 'line' }, conversation)

test('however many end a chat while both still write, it ends once, and after that only its agent has news to tell', async () => {
  const ada = await house.agent('Ada')
  const adas = [await isThere(urlOf(0), ada), await isThere(urlOf(1), ada)]
  for (const trial of range(15)) {
    const rita = await house.requester(`Rita ${trial}`)
    const ritas = [lineTo(urlOf(0), rita), lineTo(urlOf(1), rita)]
    const conversation = await asks(ritas[0] as LineTo, house.team)
    await does(adas[0] as LineTo, conversation, { kind: 'take' })
    const lines = [...adas, ...ritas]
    const outcomes = await Promise.all([
      ...lines.map((line) => outcome(line, does(line, conversation, { kind: 'say', text: 'Before or after?' }))),
      ...lines.map((line) => outcome(line, does(line, conversation, { kind: 'end' }))),
      ...lines.map((line) => outcome(line, does(line, conversation, { kind: 'say', text: 'And this?' }))),
    ])
    const { rows } = await house.pool.query<{ kind: string; by: string }>(
      `select kind, by from entries where conversation_id = $1 and lane = 'public' and kind in ('said', 'ended') order by seq`,
      [conversation],
    )
    const kinds = rows.map(({ kind }) => kind)
    const after = rows.slice(kinds.indexOf('ended') + 1)
    const refused = outcomes.filter(({ refusal }) => refusal !== null)

    expect(kinds.filter((kind) => kind === 'ended')).toHaveLength(1)
    expect(after.every(({ by }) => by === ada.id)).toBe(true)
    expect(refused.every(({ refusal }) => refusal === 'already-ended')).toBe(true)
    // Whoever was not refused is there: what was asked first, eight messages less those that came too late, and the end.
    expect(kinds).toHaveLength(1 + 8 - refused.length + 1)
    for (const line of ritas) line.close()
  }
  for (const line of adas) line.close()
}, 60_000)

test('a hundred people at once fill three agents and a supervisor to their capacity and never above, by whatever path', async () => {
  await watchLoads(house.pool)
  const agents = await Promise.all([
    ...range(3).map((n) => house.agent(`Carla ${n}`, { capacity: 2 })),
    house.agent('Zoe', { capacity: 2, role: 'supervisor' }),
  ])
  const lines = await Promise.all(agents.map((agent, n) => isThere(urlOf(n), agent)))
  const requesters = await Promise.all(range(100).map(async (n) => lineTo(urlOf(n), await house.requester(`Requester ${n}`))))
  const atWork = lines.map((line, n) => works(line, agents, n))
  const conversations = await Promise.all(requesters.map((line) => asks(line, house.team)))
  for (const busy of atWork) busy.hearsOf(conversations)
  await until('everybody was served', async () => (await countOf(`status = 'ended'`)) >= conversations.length, 120)
  await Promise.all(atWork.map((busy) => busy.stops()))

  expect(capacityKept(await loadMoves(house.pool))).toEqual([])
  expect(await untrueLoads(house.pool)).toEqual([])
  const { rows: ways } = await house.pool.query<{ how: string }>(`select distinct data->>'how' as how from entries where kind = 'assigned'`)
  expect(ways.map(({ how }) => how)).toEqual(expect.arrayContaining(['offer', 'take', 'transfer']))
  for (const line of [...lines, ...requesters]) line.close()

  async function countOf(which: string) {
    const { rows } = await house.pool.query(`select count(*)::int from conversations where id = any($1) and ${which}`, [conversations])
    expect(await untrueLoads(house.pool)).toEqual([])
    return rows[0].count
  }
}, 240_000)

test('who has no free place gets nothing more, by whatever path', async () => {
  const zoe = await isThere(urlOf(0), await house.agent('Zoe', { capacity: 1, role: 'supervisor' }))
  const bob = await isThere(urlOf(1), await house.agent('Bob', { capacity: 1 }))
  const [ended, hers, his, waiting] = await Promise.all(
    range(4).map(async (n) => {
      const rita = lineTo(urlOf(n), await house.requester(`Rita ${n}`))
      const conversation = randomUUID()
      await does(rita, conversation, { kind: 'open', topic: house.team, text: 'Help!', entrance: 'message' }, conversation)
      return conversation
    }),
  )
  await does(zoe, ended ?? '', { kind: 'take' })
  await does(zoe, ended ?? '', { kind: 'end' })
  await does(zoe, hers ?? '', { kind: 'take' })
  await does(bob, his ?? '', { kind: 'take' })
  const attempts = [
    does(zoe, waiting ?? '', { kind: 'take' }),
    does(zoe, his ?? '', { kind: 'take-over' }),
    does(zoe, ended ?? '', { kind: 'reopen' }),
    does(bob, his ?? '', { kind: 'transfer', to: { agent: zoe.who.id }, comment: '' }),
  ]

  const refusals = await Promise.all(attempts.map((attempt) => outcome(zoe, attempt)))
  expect(refusals.map(({ refusal }) => refusal)).toEqual(['at-capacity', 'at-capacity', 'at-capacity', 'at-capacity'])
  for (const line of [zoe, bob]) line.close()
}, 60_000)

/** An agent in a hurry: accepts what rings, takes what waits, hands on, takes over, ends and reopens, without looking whether he may. */
function works(line: LineTo, all: Keyholder[], n: number) {
  let known: string[] = []
  let stopped = false
  const again = new Set<string>()
  const one = () => known[Math.floor(Math.random() * known.length)] ?? line.who.id
  line.on('offer:made', ({ offer, conversation }) => {
    if (Math.random() < 0.8) void dare(does(line, conversation.id, { kind: 'accept', offer }))
  })
  line.on('standing:changed', ({ wish }) => {
    if (wish === 'away') void dare(line.answered(() => line.ask('agent:wish', { wish: 'available' })))
  })

  async function move() {
    const { mine, line: waiting } = await line.answered(() => line.ask('desk:look', {}))
    for (const { id, status } of mine.filter(({ agent }) => agent === line.who.id)) await goesOnWith(id, status)
    await Promise.all([...waiting.slice(0, 4), ...waiting.slice(-4)].map(({ id }) => dare(does(line, id, { kind: 'take' }))))
    await Promise.all(
      mine
        .map(({ id }) => id)
        .concat(range(3).map(one))
        .map((id) => dare(does(line, id, { kind: 'take-over' }))),
    )
  }

  async function goesOnWith(id: string, status: Status) {
    const chance = Math.random()
    const other = all[(n + 1) % all.length]?.id ?? ''
    if (status === 'ended') {
      if (chance < 0.3 && !again.has(id)) {
        again.add(id)
        await dare(does(line, id, { kind: 'reopen' }))
      }
    } else if (chance < 0.2) await dare(does(line, id, { kind: 'transfer', to: { agent: other }, comment: '' }))
    else if (chance < 0.9) await dare(does(line, id, { kind: 'end' }))
  }

  const working = dare(
    (async () => {
      while (!stopped && line.socket.active) {
        await move()
        await new Promise((resolve) => setTimeout(resolve, 150))
      }
    })(),
  )
  return {
    hearsOf: (conversations: string[]) => {
      known = conversations
    },
    stops: () => {
      stopped = true
      return working
    },
  }
}
