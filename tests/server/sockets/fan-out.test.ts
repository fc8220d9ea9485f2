import { pino } from 'pino'
import { type App, createApp } from '../../../server/app.ts'
import { configFrom } from '../../../server/config.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { freeze } from '../../support/frozen.ts'

let desk: TestDesk
let other: App
let otherUrl: string

beforeAll(async () => {
  const environment = { FIRSTLINE_ENGINES: '' }
  desk = await aDesk({ environment })
  const engines = { DATABASE_URL: desk.database.url, REDIS_URL: desk.redis.url }
  other = await createApp({ config: configFrom({ PORT: '0', HOST: '127.0.0.1', ...engines }), log: pino({ level: 'silent' }) })
  otherUrl = await other.listen()
}, 60_000)

afterAll(async () => {
  await other.close()
  await desk.close()
}, 60_000)

const textsHeardBy = ({ heard }: Person) =>
  heard
    .flatMap(({ name, news }) => (name === 'entries:added' ? (news as { entries: { body?: { text?: string } }[] }).entries : []))
    .map(({ body }) => body?.text)

test('people at one process hear each other at once while Redis is silent, and those at the other once, in order, when it speaks again', async () => {
  const [ada, rita] = [await desk.agent('Ada'), await desk.requester('Rita')]
  const chat = await rita.asks('My screen is black')
  await ada.does(chat, { kind: 'take' })
  const atOther = await desk.again(ada, otherUrl)
  for (const person of [rita, ada, atOther]) await person.ask('conversation:open', { conversation: chat })
  await rita.says(chat, 'Hello?')
  await eventually(() => textsHeardBy(atOther).includes('Hello?'))

  const goOn = freeze(desk.redis.pid())
  try {
    await rita.says(chat, 'One')
    await ada.says(chat, 'Two')
    const began = performance.now()
    await rita.says(chat, 'Three')
    await eventually(() => textsHeardBy(ada).includes('Three') && textsHeardBy(rita).includes('Three'))
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(textsHeardBy(atOther)).not.toContain('Three')
  } finally {
    goOn()
  }
  await eventually(() => textsHeardBy(atOther).includes('Three'))
  expect(textsHeardBy(atOther).slice(-4)).toEqual(['Hello?', 'One', 'Two', 'Three'])
  expect(textsHeardBy(ada).slice(-4)).toEqual(['Hello?', 'One', 'Two', 'Three'])
})
