import { randomUUID } from 'node:crypto'
import type { Act } from '../../../shared/protocol/conversation.ts'
import { type Question, questions } from '../../../shared/protocol.ts'
import { Refused } from '../../../shared/refusal.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'

let desk: TestDesk
let rita: Person
let ada: Person
let zoe: Person
let eve: Person
/** An agent of another team. */
let tom: Person
let otherTeam: string
let chat: string
let number: number

beforeAll(async () => {
  desk = await aDesk({ categories: true })
  otherTeam = randomUUID()
  await desk.pool.query('insert into teams (id, name, tier) values ($1, $2, 2)', [otherTeam, 'Networks'])
  ada = await desk.agent('Ada')
  zoe = await desk.agent('Zoe', { role: 'supervisor', wish: 'away' })
  tom = await desk.agent('Tom', { teams: [otherTeam] })
  rita = await desk.requester('Rita')
  eve = await desk.requester('Eve')
  chat = await rita.asks('My screen is black')
  await ada.does(chat, { kind: 'take' })
  number = Number((await desk.pool.query('select number from conversations where id = $1', [chat])).rows[0].number)
  await Promise.all([rita, ada, zoe].map((person) => person.ask('conversation:open', { conversation: chat })))
}, 60_000)
afterAll(() => desk.close())

const acts: Act[] = [
  { kind: 'say', text: 'x' },
  { kind: 'note', text: 'x' },
  { kind: 'whisper', text: 'x' },
  { kind: 'leave' },
  { kind: 'leave-message' },
  { kind: 'accept', offer: randomUUID() },
  { kind: 'decline', offer: randomUUID(), reason: '' },
  { kind: 'take' },
  { kind: 'take-over' },
  { kind: 'join' },
  { kind: 'step-out' },
  { kind: 'transfer', to: { team: randomUUID() }, comment: '' },
  { kind: 'hold', reason: 'x' },
  { kind: 'await', of: 'requester' },
  { kind: 'resume' },
  { kind: 'end' },
  { kind: 'reopen' },
  { kind: 'rate', stars: 1, comment: '' },
  { kind: 'classify', category: 'x', body: null } as never,
  { kind: 'classify', category: 'x' },
  { kind: 'resolve', code: 'solved', resolution: '' },
]

/** Everything that can be asked of a conversation. */
const about = (conversation: string): [Question, object][] => [
  ...acts.map((act): [Question, object] => ['conversation:act', { conversation, id: randomUUID(), act }]),
  ['conversation:open', { conversation }],
  ['conversation:page', { conversation, before: 100 }],
  ['conversation:catch-up', { conversation, public: 0, internal: 0 }],
  ['conversation:mark', { conversation, seen: 1 }],
  ['conversation:type', { conversation }],
  ['conversation:close', { conversation }],
  ['conversation:why', { conversation }],
  ['visit:transcript', { conversation }],
  ['ticket:read', { conversation }],
]

test.each(['a requester', 'an agent of another team'])('to %s, what is not his answers like what does not exist', async (who) => {
  const stranger = who === 'a requester' ? eve : tom
  const [one, other] = [await desk.again(stranger), await desk.again(stranger)]
  const before = await everything()
  for (const [index, [question, foreign]] of about(chat).entries()) {
    const [, absent] = about(randomUUID())[index] ?? []
    const replies = [await reply(one, question, foreign), await reply(other, question, absent ?? {})]
    expect([question, foreign, replies[0]]).toEqual([question, foreign, replies[1]])
    if (question !== 'conversation:close') expect(replies[0]).toMatch(/^(not-found|not-allowed|malformed)$/)
  }
  expect(await everything()).toEqual(before)
  expect([...stranger.heard, ...one.heard].filter(({ news }) => JSON.stringify(news).includes(chat))).toEqual([])
})

test('numbers that one counts through say nothing either', async () => {
  expect(await reply(tom, 'ticket:read', { number })).toBe('not-found')
  expect(await reply(tom, 'ticket:read', { number: number + 1_000 })).toBe('not-found')
  expect(await tom.ask('ticket:list', {})).toMatchObject({ rows: [], total: { count: 0 } })
  expect(await tom.ask('ticket:list', { words: 'screen' })).toMatchObject({ rows: [], total: { count: 0 } })
})

/** What a requester may ask at all. */
const requesters: readonly string[] = [
  'conversation:open',
  'conversation:page',
  'conversation:catch-up',
  'conversation:act',
  'conversation:mark',
  'conversation:type',
  'conversation:close',
  'visit:look',
  'visit:transcript',
  'visit:guides',
  'incident:known',
  'articles:search',
  'articles:read',
  'articles:use',
  'articles:unmet',
  'desk:ping',
]

test('a requester gets nothing of what agents ask, whatever it is', async () => {
  const wanted: Partial<Record<Question, object>> = {
    'agent:wish': { wish: 'away' },
    'conversation:why': { conversation: chat },
    'ticket:read': { number },
  }
  const forbidden = (Object.keys(questions) as Question[]).filter((question) => !requesters.includes(question))
  let curious = eve
  for (const [index, question] of forbidden.entries()) {
    // One alone would soon have to wait, and so would many strangers of one address.
    if (index % 3 === 0) {
      await desk.redis.ask('DEL rate:visit-typed:127.0.0.1')
      curious = await desk.requester(`Eve ${index}`)
    }
    for (const asked of [wanted[question], {}, { agent: ada.id, version: 1 }, { team: desk.team }]) {
      if (asked)
        expect([question, await reply(curious, question, asked)]).toEqual([question, expect.stringMatching(/^(not-allowed|malformed)$/)])
    }
  }
})

test('a requester neither hears, reads nor can infer what agents say among themselves', async () => {
  await ada.does(chat, { kind: 'note', text: 'psst, third call this week' })
  await zoe.does(chat, { kind: 'note', text: 'psst, be kind' })
  await zoe.ask('conversation:type', { conversation: chat })
  await zoe.ask('conversation:mark', { conversation: chat, seen: 3 })
  await ada.does(chat, { kind: 'classify', category: 'Hardware', impact: 'high' })
  await desk.app.sockets().repeatNumbers()
  const { left } = await ada.says(chat, 'One moment')
  await eventually(() => rita.heard.some(({ news }) => JSON.stringify(news).includes('One moment')))

  const read = [
    await rita.ask('conversation:open', { conversation: chat }),
    await rita.ask('conversation:catch-up', { conversation: chat, public: 0, internal: 0 }),
    await rita.ask('conversation:page', { conversation: chat, before: 100 }),
    await rita.ask('visit:look', {}),
    await rita.ask('visit:transcript', { conversation: chat }),
  ]
  for (const all of [rita.heard, read]) {
    for (const secret of ['psst', 'internal', 'Hardware', '"high"', zoe.id, 'Zoe', 'why":{'])
      expect(JSON.stringify(all)).not.toContain(secret)
  }
  // The numbers that she sees have no holes, whatever happened in between.
  expect(left).toEqual([{ lane: 'public', seq: 4 }])
  expect(ada.heard.filter(({ news }) => JSON.stringify(news).includes('psst')).length).toBe(2)
})

test('an agent who handed a conversation to another team hears no more of it', async () => {
  const carl = await desk.requester('Carl')
  const his = await carl.asks('The network is gone')
  await ada.does(his, { kind: 'take' })
  await Promise.all([ada, tom].map((person) => person.ask('conversation:open', { conversation: his }).catch(() => null)))
  await ada.does(his, { kind: 'transfer', to: { team: otherTeam }, comment: 'Yours, I think' })
  await tom.does(his, { kind: 'take' })
  await tom.ask('conversation:open', { conversation: his })
  await carl.says(his, 'My password is on the wall')
  await tom.does(his, { kind: 'note', text: 'psst, among networkers' })
  await eventually(() => tom.heard.some(({ news }) => JSON.stringify(news).includes('among networkers')))

  expect(await reply(ada, 'conversation:open', { conversation: his })).toBe('not-found')
  expect(JSON.stringify(ada.heard)).not.toContain('on the wall')
  expect(JSON.stringify(ada.heard)).not.toContain('among networkers')
})

async function reply(person: Person, question: Question, asked: object): Promise<string> {
  try {
    return JSON.stringify(await person.ask(question, asked as never))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.code !== 'too-fast') return error.code
    await new Promise((resolve) => setTimeout(resolve, 100))
    return reply(person, question, asked)
  }
}

async function everything() {
  const { rows } = await desk.pool.query(
    `select (select count(*)::int from entries) as entries, (select count(*)::int from conversations) as conversations,
       (select count(*)::int from cursors where person_id <> all($1)) as cursors, (select count(*)::int from audit) as audit`,
    [[rita.id, ada.id, zoe.id]],
  )
  return rows
}
