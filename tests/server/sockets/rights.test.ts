import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { type App, createApp } from '../../../server/app.ts'
import { configFrom } from '../../../server/config.ts'
import { livingSessions } from '../../../server/postgres/sessions.ts'
import { livingVisits } from '../../../server/postgres/visits.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
/** Another process, which hears nothing of what happens at the first: as if every word between them were lost. */
let deaf: App
let deafUrl: string

beforeAll(async () => {
  desk = await aDesk()
  const engines = { DATABASE_URL: desk.database.url, REDIS_URL: desk.redis.url, FIRSTLINE_ENGINES: 'embedded' }
  deaf = await createApp({ config: configFrom({ PORT: '0', HOST: '127.0.0.1', ...engines }), log: pino({ level: 'silent' }) })
  deafUrl = await deaf.listen()
}, 60_000)

afterAll(async () => {
  await deaf.close()
  await desk.close()
}, 60_000)

const hasHeard = ({ heard }: Person, words: string) => heard.some(({ news }) => JSON.stringify(news).includes(words))
const isToldWhy = ({ heard }: Person) => heard.find(({ name }) => name === 'access:ended')?.news

test('an agent who lost a chat to another team stops hearing it, even if nobody told his process', async () => {
  const other = randomUUID()
  await desk.pool.query('insert into teams (id, name, tier) values ($1, $2, 2)', [other, 'Networks'])
  const ada = await desk.agent('Ada')
  const tom = await desk.agent('Tom', { teams: [other] })
  const zoe = await desk.agent('Zoe', { role: 'supervisor', wish: 'away' })
  const rita = await desk.requester('Rita')
  const chat = await rita.asks('The network is gone')
  await ada.does(chat, { kind: 'take' })
  const [adaElsewhere, tomElsewhere, zoeElsewhere] = await Promise.all([ada, tom, zoe].map((person) => desk.again(person, deafUrl)))
  if (!adaElsewhere || !tomElsewhere || !zoeElsewhere) throw new Error('Somebody did not come')
  for (const person of [adaElsewhere, zoeElsewhere]) await person.ask('conversation:open', { conversation: chat })

  await ada.does(chat, { kind: 'transfer', to: { team: other }, comment: 'Yours, I think' })
  await tom.does(chat, { kind: 'take' })
  await tomElsewhere.does(chat, { kind: 'note', text: 'before the look' })
  await eventually(() => hasHeard(adaElsewhere, 'before the look'))

  await deaf.sockets().repeatNumbers()
  await tomElsewhere.ask('conversation:open', { conversation: chat })
  await tomElsewhere.does(chat, { kind: 'note', text: 'after the look' })
  await tomElsewhere.says(chat, 'I look after the network')
  await eventually(() => [tomElsewhere, zoeElsewhere].every((person) => hasHeard(person, 'I look after the network')))
  await refusedWith('not-found', adaElsewhere.ask('conversation:open', { conversation: chat }))
  expect(hasHeard(adaElsewhere, 'after the look')).toBe(false)
  expect(hasHeard(adaElsewhere, 'I look after the network')).toBe(false)
})

test('an agent whose session ended is cut though the word was lost', async () => {
  const ada = await desk.agent('Ada', { wish: 'away' })
  await desk.pool.query('delete from sessions where agent_id = $1', [ada.id])
  await eventually(() => !ada.socket.connected)
  expect(isToldWhy(ada)).toEqual({ why: 'signed-out' })
})

test('an agent who was disabled is cut though the word was lost', async () => {
  const ada = await desk.agent('Ada', { wish: 'away' })
  await desk.pool.query('update agents set disabled_at = now() where id = $1', [ada.id])
  await eventually(() => !ada.socket.connected)
})

test('an agent who may do less now comes anew, and can no more than that', async () => {
  const olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
  await olga.ask('people:list', {})
  await desk.pool.query(`update agents set role = 'agent' where id = $1`, [olga.id])
  await eventually(() => !olga.socket.connected)
  expect(isToldWhy(olga)).toBeUndefined()
  olga.socket.connect()
  await eventually(() => olga.socket.connected)
  await refusedWith('not-allowed', olga.ask('people:list', {}))
  // Nothing changed since: nobody is sent away again.
  await desk.app.sockets().checkSessions((keys) => livingSessions(desk.pool, keys, new Date()))
  await olga.ask('desk:look', {})
})

test('a requester whose visit ended or is too old is cut though the word was lost; others stay', async () => {
  const [rita, carl, eve] = [await desk.requester('Rita'), await desk.requester('Carl'), await desk.requester('Eve')]
  await desk.pool.query('delete from visits where requester_id = $1', [rita.id])
  await desk.pool.query(`update visits set seen_at = now() - interval '31 days' where requester_id = $1`, [carl.id])
  await desk.app.sockets().checkVisits((keys) => livingVisits(desk.pool, keys))
  await eventually(() => !rita.socket.connected && !carl.socket.connected)
  expect(isToldWhy(rita)).toEqual({ why: 'reset' })
  await eve.ask('visit:look', {})
})

test('who comes back may not ask more than who stayed', async () => {
  const rita = await desk.requester('Rita')
  const looks = async (person: Person) =>
    person.ask('visit:look', {}).then(
      () => true,
      () => false,
    )
  while (await looks(rita));
  const again = await desk.again(rita)
  rita.leaves()
  expect(await looks(again)).toBe(false)
  await eventually(() => looks(again))
})
