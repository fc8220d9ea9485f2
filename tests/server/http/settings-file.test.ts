import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { takeEffect } from '../../../server/commands/settings/take-effect.ts'
import { createSettingsFiles } from '../../../server/desk/settings/importing.ts'
import { settingsInOne } from '../../../server/postgres/settings-file.ts'
import type { SettingsFile } from '../../../shared/protocol/settings-file.ts'
import { type Imported, mostWritten } from '../../../shared/settings-file.ts'
import { aSettingsFile } from '../../support/a-settings-file.ts'
import { aChance, seedOfRun } from '../../support/chance.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'

let desk: TestDesk
let olga: Person
let eve: Person
let emails: string[]
const night = randomUUID()

beforeAll(async () => {
  desk = await aDesk({ categories: true })
  olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
  eve = await desk.agent('Eve', { wish: 'away' })
  emails = [olga, eve].map(({ id }) => `${id}@example.com`).sort()
  await olga.ask('teams:save', {
    team: night,
    version: 0,
    name: 'Night shift',
    tier: 2,
    hours: null,
    topics: [{ id: randomUUID(), name: 'Alarms' }],
  })
  await olga.ask('replies:save', { reply: randomUUID(), version: 0, name: 'Hello', text: 'Hello', whose: 'everyone' })
  await olga.ask('replies:save', { reply: randomUUID(), version: 0, name: 'Psst', text: 'Nobody else’s', whose: 'mine' })
  await olga.ask('telephony:save', { version: 0, enabled: true, extensions: [{ agent: eve.id, extension: '204' }], newSecret: true })
  await olga.ask('webhook:save', { version: 0, url: 'https://hooks.example/x', hosts: ['hooks.example'], enabled: true, newSecret: true })
})
afterAll(() => desk.close())

const fetches = (who: Person | null, path: string, body?: object, headers: Record<string, string> = {}) =>
  fetch(`${desk.url}/api/settings-file${path}`, {
    headers: {
      ...(who?.cookie && { cookie: who.cookie, origin: desk.url }),
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
const answered = async (path: string, body: object) => (await (await fetches(olga, path, body)).json()) as Imported
const taken = async () => (await fetches(olga, '')).text()
const files = () => createSettingsFiles(settingsInOne(desk.pool))
const byServer = () => ({ agent: null, request: null, address: null, at: new Date() })
const imports = async (file: SettingsFile | string, seen: string | null = null) =>
  fine(await files().import(byServer(), typeof file === 'string' ? file : JSON.stringify(file), seen))
const exported = () => files().export(byServer())
const audited = async () => {
  const { rows } = await desk.pool.query<{ what: string; subject_name: string | null; who: string | null }>(
    "select what, subject_name, who from audit where what <> 'settings:export' order by number",
  )
  return rows.map(({ what, subject_name, who }) => [what, subject_name, who])
}

function fine(imported: Imported) {
  if (imported.problems) throw new Error(JSON.stringify(imported.problems))
  return imported
}

test('Olga takes all settings along; nothing secret is among them, and put back they change nothing', async () => {
  const answer = await fetches(olga, '')
  expect(answer.headers.get('content-disposition')).toContain('firstline-settings.json')
  const text = await answer.text()
  expect(JSON.parse(text)).toMatchObject({
    version: 1,
    teams: [{ name: 'Service desk', topics: [{ name: 'Computer' }] }, { name: 'Night shift' }],
  })
  for (const secret of ['hooks.example', 'secret', 'Nobody else', desk.team, 'password']) expect(text).not.toContain(secret)

  const before = await audited()
  const compared = fine(await answered('/compare', { text }))
  expect(compared).toMatchObject({ changes: [], notes: [] })
  expect(fine(await answered('', { text, seen: compared.before })).changes).toEqual([])
  expect(await audited()).toEqual(before)
  expect(await taken()).toBe(text)
})

test('Olga sees what a file would change, nothing is changed by that, and then exactly this is, audited and at once', async () => {
  const before = await taken()
  const file: SettingsFile = {
    version: 1,
    desk: { closeDays: 9 },
    teams: [{ name: 'service DESK', routing: { method: 'round-robin', offerSeconds: 45 } }],
    agents: [{ email: emails[0] ?? '', skills: { SAP: 3 } }],
  }
  const text = JSON.stringify({ ...file, teams: [{ ...file.teams?.[0], name: 'Service desk' }] })
  const log = await audited()
  const compared = fine(await answered('/compare', { text }))
  const told = compared.changes.map(({ place, before: was, after }) => [place.join(' › '), was, after])
  expect(told).toEqual([
    ['desk › closeDays', 7, 9],
    ['teams › Service desk › routing › method', 'least-loaded', 'round-robin'],
    ['teams › Service desk › routing › offerSeconds', null, 45],
    [`agents › ${emails[0]} › skills › SAP`, null, 3],
  ])
  expect(compared.notes).toMatchObject([
    { what: 'left', of: 'teams', names: ['Night shift'] },
    { what: 'left', of: 'agents' },
  ])
  expect([await taken(), await audited()]).toEqual([before, log])

  const done = fine(await answered('', { text, seen: compared.before }))
  expect(done.changes).toEqual(compared.changes)
  const named = emails[0]?.startsWith(olga.id) ? 'Olga' : 'Eve'
  expect((await audited()).slice(log.length)).toEqual([
    ['settings:save', null, olga.id],
    ['routing:save', 'Service desk', olga.id],
    ['skills:save-agent', named, olga.id],
    ['settings:import', null, olga.id],
  ])
  expect(await olga.ask('routing:read', { team: desk.team })).toMatchObject({
    routing: { method: 'round-robin', offerSeconds: 45 },
    version: 1,
  })
  expect(fine(await answered('', { text, seen: null })).changes).toEqual([])

  expect((await fetches(olga, '', { text: done.back, seen: compared.before })).status).toBe(409)
  expect(fine(await answered('', { text: done.back, seen: done.after })).changes).toHaveLength(4)
  expect(await taken()).toBe(before)
})

test('what does not fit in one place leaves everything as it is, and is said there', async () => {
  const rita = await desk.requester('Rita')
  await rita.asks('My screen is black', null, 'message')
  const before = await taken()
  const text = JSON.stringify({
    version: 1,
    desk: { closeDays: 30 },
    categories: [{ name: 'Software' }, { name: 'Brand new' }],
    teams: [{ name: 'Morning shift' }],
    remove: { teams: ['Service desk'] },
  })
  const problems = [{ place: ['remove', 'teams', 'Service desk'], fault: { what: 'refused', refusal: 'in-use' } }]
  expect(await answered('/compare', { text })).toEqual({ problems })
  expect(await answered('', { text, seen: null })).toEqual({ problems })
  expect(await answered('', { text: '{}', seen: null })).toMatchObject({ problems: [{ place: ['version'] }] })
  expect(await taken()).toBe(before)
})

test('Eve, an agent, may not, nor may strangers, other pages, and what is too large', async () => {
  const text = '{"version":1,"desk":{"closeDays":1}}'
  const refused = async (answer: Promise<Response>) => ((await (await answer).json()) as { refusal: string }).refusal
  for (const [path, body] of [
    ['', undefined],
    ['/compare', { text }],
    ['', { text, seen: null }],
  ] as const) {
    expect(await refused(fetches(eve, path, body))).toBe('not-allowed')
    expect(await refused(fetches(null, path, body))).toBe('signed-out')
    expect(await refused(fetches(olga, path, body, { origin: 'https://elsewhere.example' }))).toBe('foreign-origin')
  }
  expect(await refused(fetches(olga, '/compare', { text: 'x'.repeat(mostWritten + 1) }))).toBe('too-large')
  expect(await refused(fetches(olga, '', { text: 'x'.repeat(4 * mostWritten), seen: null }))).toBe('too-large')
})

test('Sam, a supervisor, may have it checked what a file would change to try it out; agents, strangers and other pages may not', async () => {
  const sam = await desk.agent('Sam', { role: 'supervisor', wish: 'away' })
  const proposes = async (who: Person | null, body: object, headers: Record<string, string> = {}) => {
    const path = '/../simulation/proposal'
    return (await (await fetches(who, path, body, headers)).json()) as { refusal?: string; changes?: unknown[]; problems?: unknown[] }
  }
  const file = '{"version":1,"desk":{"offerSeconds":11},"look":{"accent":"#123456"}}'
  const before = [await taken(), await audited()]
  const { changes } = await proposes(sam, { file, written: '{"version":1,"desk":{"offerSeconds":12}}' })
  expect(changes).toMatchObject([{ place: ['desk', 'offerSeconds'], after: 12 }, { place: ['look', 'accent'] }])
  expect([await taken(), await audited()]).toEqual(before)

  expect(await proposes(eve, { file, written: null })).toMatchObject({ refusal: 'not-allowed' })
  expect(await proposes(null, { file, written: null })).toMatchObject({ refusal: 'signed-out' })
  expect(await proposes(sam, { file, written: null }, { origin: 'https://elsewhere.example' })).toMatchObject({ refusal: 'foreign-origin' })
  expect(await proposes(sam, { file: 'x'.repeat(mostWritten), written: ' ' })).toMatchObject({ refusal: 'too-large' })
  expect(await proposes(sam, { file: 7, written: null })).toMatchObject({ refusal: expect.any(String) })
})

test('a team that a file takes away comes back with its people when that is taken back', async () => {
  await desk.pool.query('insert into members (agent_id, team_id) values ($1, $2)', [eve.id, night])
  await imports({ version: 1, replies: [{ name: 'Alarm', team: 'Night shift', text: 'Is it loud?' }] })
  const before = await exported()
  const gone = await imports({ version: 1, remove: { teams: ['night shift'] } })
  expect(gone.changes.map(({ place, how }) => [how, ...place])).toEqual([
    ['removed', 'teams', 'Night shift'],
    ['removed', 'replies', 'Alarm (Night shift)'],
  ])
  expect((await imports(gone.back)).changes[0]).toMatchObject({ how: 'added', place: ['teams', 'Night shift'] })
  expect(await exported()).toBe(before)
  const { rows } = await desk.pool.query('select team_id from members where agent_id = $1 and team_id = $2', [eve.id, night])
  expect(rows).toEqual([{ team_id: night }])
})

test('what the command sets counts at a desk that runs, and the log says that it was done on the server', async () => {
  await imports({
    version: 1,
    teams: [
      { name: 'Service desk', hours: { zone: 'UTC', days: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, closed: [] } },
    ],
  })
  await takeEffect(desk.pool, desk.redis.url)
  await eventually(async () => {
    const { reception } = (await (await fetch(`${desk.url}/api/reception`)).json()) as {
      reception: { topics: { team: string; open: boolean }[] }
    }
    return reception.topics.find(({ team }) => team === desk.team)?.open === false
  })
  expect((await audited()).at(-1)).toEqual(['settings:import', null, null])
})

test('what is secret and where people are called goes along with a file, counts at once, and the key stays where it is', async () => {
  const kept = async () => (await desk.pool.query<{ value: object }>("select value from settings where name = 'telephony'")).rows[0]?.value
  const gone = await desk.agent('Gone', { wish: 'away' })
  await desk.pool.query('update agents set disabled_at = now() where id = $1', [gone.id])
  const before = await olga.ask('telephony:read', {})
  await olga.ask('telephony:save', {
    ...{ version: before.version, enabled: true, newSecret: false },
    extensions: [...before.extensions, { agent: gone.id, extension: '9' }],
  })
  const was = await kept()
  const file: SettingsFile = {
    version: 1,
    guard: { own: [{ name: 'Staff number', pattern: 'P-####' }] },
    telephone: { enabled: false },
    agents: [
      { email: `${olga.id}@example.com`, extension: '204' },
      { email: `${eve.id}@example.com`, extension: null },
    ],
  }
  const done = fine(await answered('', { text: JSON.stringify(file), seen: null }))
  expect(await kept()).toEqual({
    ...was,
    enabled: false,
    extensions: [
      { agent: olga.id, extension: '204' },
      { agent: gone.id, extension: '9' },
    ],
  })
  const rita = await desk.requester('Rosa')
  const chat = await rita.asks('I am P-1234', null, 'message')
  const { entries } = await olga.ask('conversation:open', { conversation: chat })
  expect(JSON.stringify(entries)).not.toContain('P-1234')
  await imports(done.back)
  expect(await kept()).toEqual(was)
})

test('any file at all becomes so, becomes so only once, and can be taken back', async () => {
  const seed = seedOfRun()
  const chance = aChance(seed)
  for (let nth = 0; nth < 5; nth++) {
    const before = await exported()
    const file = aSettingsFile(chance, emails)
    const done = await imports(file)
    const after = await exported()
    const again = await imports(file)
    expect([seed, nth, again.changes]).toEqual([seed, nth, []])
    expect((await imports(after)).changes).toEqual([])
    await imports(done.back)
    expect([seed, nth, await exported()]).toEqual([seed, nth, before])
    await imports(after)
  }
})
