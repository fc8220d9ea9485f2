import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createClient } from 'redis'
import { examine, type Patient } from '../../server/doctor/examine.ts'
import { createPool } from '../../server/postgres/pool.ts'
import { closeRedis, connectRedis, type Redis } from '../../server/redis/connection.ts'
import { createFastLine } from '../../server/redis/line.ts'
import { diagnoses, type Finding, gradeOf, worded } from '../../shared/doctor.ts'
import { doctor as german } from '../../shared/words/doctor-de.ts'
import { doctor as english } from '../../shared/words/doctor-en.ts'
import { aDesk, type TestDesk } from '../support/desk.ts'
import { aRedis, type TestRedis } from '../support/engines.ts'
import { aFreePort } from '../support/free-port.ts'

let desk: TestDesk
let redis: Redis
let elsewhere: TestRedis
let other: Redis
/** Changes settings of the other Redis, as its administrator would. */
let administrator: ReturnType<typeof createClient>

beforeAll(async () => {
  desk = await aDesk()
  redis = await connectRedis(desk.redis.url, () => {})
  elsewhere = await aRedis()
  other = await connectRedis(elsewhere.url, () => {})
  administrator = createClient({ socket: { path: elsewhere.url.replace('unix://', ''), tls: false } })
  administrator.on('error', () => {})
  await administrator.connect()
}, 60_000)

afterAll(async () => {
  administrator.destroy()
  await Promise.all([closeRedis(redis), closeRedis(other)])
  await elsewhere.close()
  await desk.close()
})

const patient = (change: Partial<Patient> = {}): Patient => ({
  pool: desk.pool,
  redis,
  fast: createFastLine(redis),
  publicUrl: desk.url,
  folder: desk.folder,
  ...change,
})
const asking = {
  info: (section: string) => other.info(section),
  time: () => other.time(),
  configGet: (names: string[]) => other.configGet(names),
}
const diagnosesOf = (findings: Finding[]) => findings.map(({ diagnosis }) => diagnosis)
const found = async (change: Partial<Patient> = {}) => diagnosesOf(await examine(patient(change)))

test('a desk that is well is told so, but for the haste of the database that tests run on', async () => {
  await desk.agent('Ada', { capacity: 1 })
  const rita = await desk.requester('Rita')
  await rita.asks('My screen is black')
  const findings = await examine(patient())
  expect(findings.filter((one) => gradeOf(one) !== 'ok').map(({ diagnosis }) => diagnosis)).toEqual(['durability-off'])
  expect(findings.find(({ diagnosis }) => diagnosis === 'durability-off')?.facts.settings).toBe(
    'fsync = off, full_page_writes = off, synchronous_commit = off',
  )
  expect(diagnosesOf(findings)).toEqual(
    expect.arrayContaining(['line-equal', 'proxy-passes', 'clock-right', 'strangers-out', 'tickets-whole']),
  )
})

test('each promise of the line that is broken is found', async () => {
  await desk.pool.query('update standings set load = load + 1')
  await desk.pool.query("update conversations set due_at = now() - interval '5 minutes', claimed_until = now() + interval '1 hour'")
  await desk.pool.query(
    "insert into outbox (id, kind, conversation_id, payload, state) select gen_random_uuid(), 'x', id, '{}', 'set-aside' from conversations",
  )
  const findings = await examine(patient({ fast: createFastLine(other) }))
  const told = Object.fromEntries(findings.map((one) => [one.diagnosis, one.facts]))
  expect(told).toMatchObject({
    'line-differs': { missing: 1, strange: 0 },
    'loads-wrong': { agents: 'Ada' },
    'deadlines-late': { count: 1 },
    'outbox-aside': { aside: 1 },
  })
  await desk.pool.query('delete from tickets')
  await desk.pool.query("update outbox set state = 'waiting', created_at = now() - interval '1 hour', next_at = now() + interval '1 hour'")
  expect(await found()).toEqual(expect.arrayContaining(['tickets-missing', 'outbox-late']))
})

test('a Redis that forgets, writes, or is open to strangers is found', async () => {
  await administrator.configSet({ 'maxmemory-policy': 'allkeys-lru', save: '60 1' })
  expect(await found({ redis: other })).toEqual(expect.arrayContaining(['eviction-on', 'persistence-on', 'strangers-out']))

  await administrator.configSet({ bind: '127.0.0.1', 'protected-mode': 'no' })
  await administrator.configSet({ port: String(await aFreePort()) })
  expect(await found({ redis: other })).toContain('strangers-out')
  const bound = (bind: string) => ({ ...asking, configGet: async (names: string[]) => ({ ...(await other.configGet(names)), bind }) })
  expect(await found({ redis: bound('127.0.0.1 10.1.2.3') })).toContain('strangers-inside')
  expect(await found({ redis: bound('* -::*') })).toContain('strangers-in')
  await administrator.configSet({ requirepass: 'secret' })
  expect(await found({ redis: bound('* -::*') })).toContain('strangers-out')
})

test('a way in that is closed, blocks WebSockets, or leads elsewhere is found; so is a clock that runs away', async () => {
  const proxy = createServer((request, answer) => answer.writeHead(request.url?.startsWith('/health') ? 200 : 400).end())
  await new Promise<void>((listening) => void proxy.listen(0, '127.0.0.1', listening))
  const publicUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const early = { ...asking, info: (section: string) => redis.info(section), time: async () => [String(Date.now() / 1_000 + 3), '0'] }
  const findings = await examine(patient({ publicUrl, redis: early, folder: '/nowhere' }))
  const told = Object.fromEntries(findings.map((one) => [one.diagnosis, one.facts]))
  expect(told).toMatchObject({ 'proxy-blocks': { status: 400 }, 'clock-wrong': { engine: 'Redis' }, 'disk-closed': { why: 'ENOENT' } })
  proxy.removeAllListeners('request').on('request', (_request, answer) => answer.writeHead(502).end())
  expect(await found({ publicUrl })).toContain('proxy-other')
  await new Promise((closed) => proxy.close(closed))
  expect(await found({ publicUrl })).toContain('proxy-away')
  expect(await found({ publicUrl: undefined })).toContain('proxy-unnamed')
})

test('an engine that is away is named, without its address, and what hangs on it is left out', async () => {
  const pool = createPool('postgresql://firstline:geheim@127.0.0.1:9/desk', () => {})
  const findings = await examine(patient({ pool }))
  expect(diagnosesOf(findings)).toContain('postgres-away')
  expect(diagnosesOf(findings)).not.toEqual(expect.arrayContaining(['loads-right']))
  expect(JSON.stringify(findings)).not.toContain('geheim')
  await pool.end()
  await elsewhere.kill()
  expect(await found({ redis: other, fast: createFastLine(other) })).toEqual(expect.arrayContaining(['redis-away', 'deadlines-late']))
})

test('administrators may look, and nobody else', async () => {
  const [ada, eve] = [await desk.agent('Alma', { role: 'administrator' }), await desk.agent('Eve', { role: 'supervisor' })]
  const { findings } = await ada.ask('health:examine', {})
  expect(diagnosesOf(findings)).toContain('postgres-fine')
  await expect(eve.ask('health:examine', {})).rejects.toMatchObject({ code: 'not-allowed' })
})

test('every finding has its words in both languages, without a gap, and what is not well tells how it is mended', () => {
  for (const words of [english, german]) {
    for (const diagnosis of Object.keys(diagnoses) as Finding['diagnosis'][]) {
      const { says, mend } = worded({ diagnosis, facts: factsIn(words.says[diagnosis]) }, words)
      expect(says).not.toMatch(/[{}?]/)
      expect(mend === null).toBe(diagnoses[diagnosis][1] === 'ok')
    }
  }
})

const factsIn = (text: string) =>
  Object.fromEntries([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, name === 'organ' ? 'line' : 1]))
