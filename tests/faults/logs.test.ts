import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { asks, does, isThere } from '../support/a-chat.ts'
import { aHouse, type House } from '../support/house.ts'
import { lineTo } from '../support/line-to.ts'
import { until } from '../support/until.ts'

let house: House

beforeAll(async () => {
  house = await aHouse({ settings: { logAfterSeconds: 0, wrapUpSeconds: 0 } })
}, 60_000)
afterAll(() => house.close(), 60_000)

const password = 'correct horse battery staple'
const secrets = [
  'My bank is broken',
  'psst, he is from finance',
  'third floor',
  'Buy him a new',
  'Wizard of Oz',
  'dorothy@kansas.example',
  password,
  'wrong password 12',
]

test('whatever people do and whatever breaks, the log holds no word of theirs, no password, and nothing that opens a door', async () => {
  const desk = await house.desk({ LOG_LEVEL: 'trace', FIRSTLINE_ENGINES: 'embedded' })
  const post = (path: string, body: object | string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, desk.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: desk.url, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  // The door of agents, opened and rattled at.
  await until('the link is there', () => desk.logs().includes('/welcome/'))
  const link = /#\/welcome\/([\w-]+)/.exec(desk.logs())?.[1] ?? ''
  const dorothy = { name: 'Wizard of Oz', email: 'dorothy@kansas.example', password }
  const welcome = await post('/api/invitation/accept', { token: link, ...dorothy })
  expect(welcome.status).toBeLessThan(300)
  const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? ''
  await post('/api/invitation/accept', { token: link, ...dorothy })
  await post('/api/sign-in', { email: dorothy.email, password: 'wrong password 12' })
  await post('/api/sign-in', { email: dorothy.email, password: { $ne: 'third floor' } })
  await post('/api/sign-in', `{"email":"dorothy@kansas.example","password":"${password}`)
  await post(`/api/nowhere?token=${link}&text=third%20floor`, { text: 'third floor' }, { cookie, authorization: `Bearer ${link}` })
  await fetch(new URL(`/console/${link}`, desk.url), { headers: { cookie } })

  // The door of requesters, and a chat.
  const visit = (await (await post('/api/visit', { name: 'Wizard of Oz', email: 'dorothy@kansas.example' })).json()) as {
    token: string
    who: { id: string }
  }
  const rita = lineTo(desk.url, { ...visit.who, name: '', credentials: { as: 'requester', visit: visit.token } })
  const eve = lineTo(desk.url, { id: '', name: '', credentials: { as: 'requester', visit: `${visit.token.slice(1)}x` } })
  const ada = await house.agent('Ada')
  const adas = await isThere(desk.url, ada)
  const conversation = await asks(rita, house.team, 'My bank is broken')
  await does(adas, conversation, { kind: 'take' })
  await does(adas, conversation, { kind: 'note', text: 'psst, he is from finance' })
  const hostile = { conversation, id: randomUUID(), act: { kind: 'say', text: { words: 'third floor' }, more: 'third floor' } }
  await rita.ask('conversation:act', hostile as never).catch(() => undefined)
  await adas.ask('ticket:list', { words: 'third floor' })
  const drafts = (text: string, lane: 'public' | 'internal') =>
    adas.ask('drafts:keep', { conversation, lane, version: 0, text, aside: ['third floor'] }).catch(() => undefined)
  await drafts('Buy him a new one', 'internal')

  // The database goes away in the middle of a sentence, and refuses what it is given.
  await house.pool.query(`alter table entries add constraint no_floors check (body->>'text' is distinct from 'third floor')`)
  await rita.ask('conversation:act', { conversation, id: randomUUID(), act: { kind: 'say', text: 'third floor' } }).catch(() => undefined)
  await house.pool.query(`alter table drafts add constraint no_news check (text <> 'Buy him a new bank')`)
  await drafts('Buy him a new bank', 'public')
  await house.postgres.stop()
  await drafts('Buy him a new bank', 'public')
  await rita.ask('conversation:act', { conversation, id: randomUUID(), act: { kind: 'say', text: 'third floor' } }).catch(() => undefined)
  await post('/api/sign-in', { email: dorothy.email, password })
  await house.redis.kill()
  await post('/api/visit', { name: 'Wizard of Oz', email: 'dorothy@kansas.example' })
  await house.postgres.start()
  await house.redis.restart()
  await until('it is ready again', () => desk.answers('/health/ready', 200))
  await does(adas, conversation, { kind: 'end' })
  await until('the ticket is logged', () => desk.logs().includes('ticket logged'))

  const lines = desk
    .logs()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  expect(lines.filter((line) => line.includes('a bug')).length).toBeGreaterThan(0)
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  const doors = [link, visit.token, cookie.split('=')[1] ?? '', ada.cookie?.split('=')[1] ?? '']
  for (const secret of [...secrets, ...doors]) {
    expect(secret.length).toBeGreaterThan(8)
    expect(lines.filter((line) => line.includes(secret))).toEqual([])
  }
  for (const line of [rita, eve, adas]) line.close()
}, 120_000)
