import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'

let desk: TestDesk
let ada: Person
let sam: Person
let eve: Person
let rita: Person
let chat: string
let number: number
let eveTeam: string

beforeAll(async () => {
  desk = await aDesk({ categories: true })
  const other = crypto.randomUUID()
  eveTeam = other
  await desk.pool.query('insert into teams (id, name) values ($1, $2)', [other, 'Networks'])
  ada = await desk.agent('Ada')
  sam = await desk.agent('Sam', { role: 'supervisor', wish: 'away' })
  eve = await desk.agent('Eve', { teams: [other], wish: 'away' })
  rita = await desk.requester('Rita')
  chat = await rita.asks('Der Drucker druckt „=SUMME(A1)“ statt Ümläuten')
  await ada.does(chat, { kind: 'take' })
  await ada.says(chat, 'Ist der Treiber neu?\nSeit wann?')
  await ada.does(chat, { kind: 'note', text: 'psst, third call this week' })
  await ada.does(chat, { kind: 'classify', category: 'Hardware / Printer' })
  await ada.does(chat, { kind: 'resolve', code: 'solved', resolution: 'Treiber erneuert', minutes: 9 })
  number = (await ada.ask('ticket:read', { conversation: chat })).ticket.number
})
afterAll(() => desk.close())

const fetches = (who: Person | null, path: string, headers: Record<string, string> = {}) =>
  fetch(`${desk.url}${path}`, { headers: { ...(who?.cookie && { cookie: who.cookie, origin: desk.url }), ...headers } })
const one = (who: Person | null, asked: string, at: number | string = number) => fetches(who, `/api/exports/tickets/${at}?${asked}`)
const list = (who: Person | null, asked: Record<string, string> = {}) =>
  fetches(who, `/api/exports/tickets.csv?${new URLSearchParams(asked)}`)
const audited = async () => {
  const { rows } = await desk.pool.query("select what, subject_name, after from audit where what like 'tickets:%' order by number")
  return rows.map(({ what, subject_name, after }) => [what, subject_name, after])
}

test('a ticket goes along as text and JSON; its notes only if they are asked for, and the audit log says who', async () => {
  const text = await (await one(ada, 'format=text')).text()
  expect(text).toContain('Der Drucker druckt „=SUMME(A1)“ statt Ümläuten')
  expect(text).toContain('Category          Hardware / Printer')
  expect(text).toContain('Rita, rita@example.com, unverified')
  expect(text).toContain('Ada: Ist der Treiber neu?\n    Seit wann?')
  expect(text).not.toContain('psst')
  const german = await (await one(ada, 'format=text&notes=true&language=de')).text()
  expect(german).toContain('Ada (interne Notiz): psst, third call this week')
  expect(german).toContain('Aufwand (Min.)')
  expect(german).toMatch(/Kanal +Chat\n/)
  expect(german).toContain('Auswirkung: Eine Person')

  const json = (await (await one(sam, 'format=json')).json()) as { ticket: object; timeline: { lane: string }[] }
  expect(json.ticket).toMatchObject({ number, category: 'Hardware / Printer', resolution: 'Treiber erneuert', minutes: 9 })
  expect(json.timeline.map(({ lane }) => lane)).not.toContain('internal')
  const whole = (await (await one(sam, 'format=json&notes=true')).json()) as typeof json
  expect(whole.timeline.map(({ lane }) => lane)).toContain('internal')
  const label = `INC-${String(number).padStart(6, '0')}`
  expect(await audited()).toEqual([
    ['tickets:export', label, { format: 'text', notes: false }],
    ['tickets:export', label, { format: 'text', notes: true }],
    ['tickets:export', label, { format: 'json', notes: false }],
    ['tickets:export', label, { format: 'json', notes: true }],
  ])
})

test('a ticket goes along as a PDF with its letters, also a long one', async () => {
  for (let at = 0; at < 60; at++) await ada.does(chat, { kind: 'note', text: `Note ${at}: ${'lorem ipsum dolor '.repeat(at)}` })
  const answer = await one(ada, 'format=pdf&notes=true')
  const bytes = Buffer.from(await answer.arrayBuffer())
  const plain = bytes.toString('latin1')

  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-disposition')).toContain('.pdf"')
  expect([plain.slice(0, 5), plain.trimEnd().slice(-5)]).toEqual(['%PDF-', '%%EOF'])
  expect(plain).toMatch(/FontFile2/)
  expect(Number(/\/Count (\d+)/.exec(plain)?.[1])).toBeGreaterThan(3)
})

test('a list goes along as CSV that spreadsheets read, with all that the reader may see and no formula in it', async () => {
  await rita.asks('=HYPERLINK("http://evil.example","Click")', null, 'message')
  const foreign = await rita.asks('Only for Networks', null, 'message')
  await ada.does(foreign, { kind: 'transfer', to: { team: (await eve.ask('desk:look', {})).me.teams[0] ?? '' }, comment: '' })
  const answer = await list(ada)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const lines = bytes.toString().slice(1).split('\r\n')

  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(answer.headers.get('firstline-rows')).toBe('2')
  expect(lines[0]).toMatch(/^Number,Subject,Status,Priority/)
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"",""Click"")"`)
  expect(lines[2]).toContain('Hardware / Printer')
  expect(lines).toHaveLength(4)
  expect(await (await list(eve)).text()).toContain('Only for Networks')
  const brief = { symptom: 'Slow', impact: '', environment: '', steps: '', ask: 'Why?' }
  await eve.does(foreign, { kind: 'transfer', to: { agent: eve.id }, comment: '' })
  await eve.does(foreign, { kind: 'promise', until: new Date(Date.now() + 3_600_000).toISOString(), text: '' })
  await eve.does(foreign, { kind: 'escalate', team: desk.team, brief })
  const [head, row] = (await (await list(eve)).text()).split('\r\n')
  expect(head).toMatch(/,Work sent to,Next news by$/)
  expect(row).toMatch(/,Service desk,"?\d{4}-/)
  const german = await (await list(sam, { language: 'de', separator: 'semicolon', query: '{"filters":{"status":["resolved"]}}' })).text()
  expect(german).toMatch(/^\uFEFF?Nummer;Betreff;/)
  expect(german).toContain(';Gelöst;')
  expect((await audited()).at(-1)).toEqual(['tickets:export-list', null, { count: 1, filters: { status: ['resolved'] }, searched: false }])
})

test('a long list comes whole and once, found by words too', async () => {
  const { rows } = await desk.pool.query(
    `with more as (
       insert into conversations (id, number, state, status, requester_id, team_id, last_public, last_internal, opened_at, changed_at)
       select gen_random_uuid(), 10000 + n, '{}', 'ended', $1, $2, 0, 0, now(), now() from generate_series(1, 1234) as n returning id, number)
     insert into tickets (conversation_id, number, status, subject, impact, urgency, priority, channel, team_id, requester_id, opened_at, changed_at,
       search, indexed_at)
     select id, number, 'closed', 'Bulk ' || number, 'low', 'low', 5, 'chat', $2, $1, now(), now(), to_tsvector('simple', 'bulk'), now() from more
     returning number`,
    [rita.id, desk.team],
  )
  const query = JSON.stringify({ words: 'bulk' })
  const lines = (await (await list(sam, { query })).text()).trimEnd().split('\r\n').slice(1)
  expect(rows).toHaveLength(1234)
  expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(1234)
  expect(lines[0]).toMatch(/^INC-011234,Bulk 11234,/)
})

test('nobody takes along what he may not see, and nothing odd is understood', async () => {
  expect((await one(null, 'format=json')).status).toBe(401)
  expect((await fetches(null, `/api/exports/tickets/${number}?format=json`, { authorization: `Bearer ${'a'.repeat(43)}` })).status).toBe(
    401,
  )
  expect((await list(null)).status).toBe(401)
  expect((await fetches(ada, '/api/exports/tickets.csv', { origin: 'https://evil.example' })).status).toBe(403)
  for (const at of [number, 999_999]) expect((await one(eve, 'format=json', at)).status).toBe(404)
  for (const at of ['0', '-1', 'x', '1e999']) expect((await one(ada, 'format=json', at)).status).toBe(400)
  for (const asked of ['', 'format=docx', 'format=pdf&notes=maybe', 'format=pdf&language=fr'])
    expect((await one(ada, asked)).status).toBe(400)
  for (const query of ['{', '[]', '{"filters":{"color":1}}', '"x"', `{"words":"${'x'.repeat(201)}"}`]) {
    expect([query.slice(0, 20), (await list(ada, { query })).status]).toEqual([query.slice(0, 20), 400])
  }
})

test('who stops a long export ends it, and two at once are enough', async () => {
  const stop = new AbortController()
  const path = `${desk.url}/api/exports/tickets.csv`
  const headers = { cookie: sam.cookie ?? '', origin: desk.url }
  const running = [await fetch(path, { headers, signal: stop.signal }), await fetch(path, { headers, signal: stop.signal })]
  expect(running.map(({ status }) => status)).toEqual([200, 200])
  const third = await fetch(path, { headers })
  // Short ones may be over already; while two run, the third is told so.
  if (third.status === 200) await third.text()
  else expect(await third.json()).toEqual({ refusal: 'too-many-exports' })
  stop.abort()
  await eventually(async () => (await list(sam)).status === 200)
})

test('who exports without end is held back', async () => {
  const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await one(sam, 'format=text')).status))
  expect(new Set(statuses)).toEqual(new Set([200, 429]))
})

test('what goes along is read on connections of its own, beside those of chats and of lists', async () => {
  await (await list(sam)).text()
  const { rows } = await desk.pool.query('select application_name as name from pg_stat_activity where datname = current_database()')

  expect(rows.map(({ name }) => name)).toContain('firstline-export')
})

test('while forty wait for lists that do not come, a chat is as quick as before', async () => {
  const supervisors = await Promise.all(
    Array.from({ length: 20 }, (_, at) => desk.agent(`Zoe ${at}`, { role: 'supervisor', wish: 'away' })),
  )
  const open = await rita.asks('Is anybody there?')
  const says = () => rita.says(open, 'Hello?')
  const quick = await slowestOf(20, says)
  const client = await desk.pool.connect()
  // What exports read besides, and nobody else does.
  await client.query('begin; lock table categories in access exclusive mode')
  const waiting = supervisors.flatMap((one) => [list(one), list(one)])
  await eventually(async () => (await waitingForLock()) === 2)
  const slow = await slowestOf(20, says)
  await client.query('rollback')
  client.release()
  // On a slow machine some of them were given up meanwhile.
  await Promise.allSettled(waiting.map(async (answer) => (await answer).text()))

  expect(slow).toBeLessThan(2 * quick + 250)
})

async function waitingForLock(): Promise<number> {
  const { rows } = await desk.pool.query(
    "select count(*)::int as count from pg_stat_activity where application_name = 'firstline-export' and wait_event_type = 'Lock'",
  )
  return rows[0]?.count
}

/** In milliseconds. */
async function slowestOf(times: number, work: () => Promise<unknown>): Promise<number> {
  let slowest = 0
  for (let time = 0; time < times; time++) {
    const begun = performance.now()
    await work()
    slowest = Math.max(slowest, performance.now() - begun)
  }
  return slowest
}

test('a ticket in which another one goes on is one timeline, each line with its number; what Eve may not see stays away', async () => {
  const mo = await desk.requester('Mo')
  const [first, second] = [await mo.asks('Mail is slow', null, 'message'), await mo.asks('The calendar is slow', null, 'message')]
  await mo.says(first, 'And so is sending')
  await sam.does(first, { kind: 'merge', into: second })
  const numberOf = async (conversation: string) => (await sam.ask('ticket:read', { conversation })).ticket.number
  const [older, number] = [await numberOf(first), await numberOf(second)]
  const [was, is] = [older, number].map((one) => `INC-${String(one).padStart(6, '0')}`)
  const text = await (await one(ada, 'format=text', number)).text()
  const said = text.split('\n').filter((line) => line.includes('Mo: '))
  expect(said.map((line) => line.slice(line.indexOf('INC-')))).toEqual([
    `${was}  Mo: Mail is slow`,
    `${is}  Mo: The calendar is slow`,
    `${was}  Mo: And so is sending`,
  ])
  const json = (await (await one(ada, 'format=json', number)).json()) as { timeline: { kind: string; from: string }[] }
  expect(json.timeline.filter(({ kind }) => kind === 'said').map(({ from }) => from)).toEqual([was, is, was])
  expect((await one(eve, 'format=text', number)).status).toBe(404)
  // Given to Eve's team, the one that goes on is all that she reads.
  await sam.does(second, { kind: 'transfer', to: { team: eveTeam }, comment: 'Yours' })
  const { merged } = await sam.ask('conversation:open', { conversation: second })
  expect(merged).toHaveLength(1)
  const hers = await one(eve, 'format=text', number)
  expect(hers.status).toBe(200)
  expect(await hers.text()).not.toContain('Mail is slow')
  expect((await eve.ask('conversation:open', { conversation: second })).merged).toBeUndefined()
})
