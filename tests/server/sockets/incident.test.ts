import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { visitsIn } from '../../../server/postgres/visits.ts'
import { meTooOf } from '../../../shared/incident.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let ada: Person
let eve: Person
let other: string

beforeAll(async () => {
  desk = await aDesk()
  other = randomUUID()
  await desk.pool.query('insert into teams (id, name) values ($1, $2)', [other, 'Printers'])
  ada = await desk.agent('Ada', { capacity: 20 })
  eve = await desk.agent('Eve', { teams: [other], wish: 'away' })
}, 60_000)
afterAll(() => desk.close(), 60_000)

/** Past the door, which would not let in a whole house from one address at once. */
async function comes(name: string): Promise<Person> {
  const visits = visitsIn(desk.pool)
  const { id } = await visits.newcomer({ name, email: null })
  const credentials = { as: 'requester', visit: await visits.open(id) } as const
  return desk.again({ ...ada, id, name, cookie: null, credentials })
}

const about = { title: 'The VPN is down', text: 'Nobody gets in. **Work on paper.**', nextBy: null, topics: [], sites: [] }

async function declared(conversation: string | null = null, topics: string[] = []) {
  const incident = randomUUID()
  await ada.ask('incident:declare', { incident, conversation, ...about, topics })
  return incident
}

/** "Me too", as the widget says it. */
async function joins(person: Person, incident: string) {
  const conversation = meTooOf(incident, person.id)
  await person.does(conversation, { kind: 'open', topic: null, text: 'Me too', entrance: 'message', incident }, conversation)
  return conversation
}

const read = (incident: string) => ada.ask('incident:read', { incident })
const timeline = async (person: Person, conversation: string) =>
  (await person.ask('conversation:open', { conversation })).entries.map((entry) => (entry.kind === 'said' ? entry.body?.text : entry.kind))
const told = (incident: string) => eventually(async () => (await read(incident)).incident.tickets.toTell === 0)

test('sixty people join an incident, each once; one update reaches all, and one word resolves all but where people talk', async () => {
  const rita = await comes('Rita')
  const first = await rita.asks('I cannot get into the VPN')
  await ada.does(first, { kind: 'take' })
  const incident = await declared(first)
  const people = await Promise.all(Array.from({ length: 60 }, (_, place) => comes(`Person ${place}`)))
  const chats = await Promise.all(people.map((person) => joins(person, incident)))
  const [tom] = people
  if (!tom) throw new Error('Nobody came')
  // From another tab, in the same moment or later.
  const again = await desk.again(tom)
  expect(await Promise.all([joins(tom, incident), joins(again, incident)])).toEqual([chats[0], chats[0]])
  expect((await tom.ask('visit:look', {})).conversations).toHaveLength(1)
  expect((await tom.ask('incident:known', {})).incidents).toMatchObject([
    { id: incident, title: about.title, mine: { conversation: chats[0] } },
  ])
  expect((await read(incident)).incident.tickets).toEqual({ all: 61, open: 61, talking: 1, toTell: 0 })
  // Nobody waits for them, and none lies among the messages that want an answer.
  expect((await ada.ask('desk:look', {})).line).toEqual([])

  const news = { incident, id: randomUUID(), text: 'A cable is cut. It is being mended.', nextBy: null }
  await ada.ask('incident:tell', news)
  expect((await ada.ask('incident:tell', news)).edition).toBe(1)
  await told(incident)
  for (const [place, person] of people.entries()) {
    expect(await timeline(person, chats[place] ?? '')).toEqual(['opened', 'incident-joined', 'incident-news', news.text])
  }
  expect((await rita.ask('conversation:open', { conversation: first })).state).toMatchObject({ names: { [ada.id]: 'Ada' } })
  expect((await tom.ask('visit:look', {})).conversations[0]?.unread).toBe(1)
  expect((await tom.ask('incident:known', {})).incidents[0]?.text).toBe(news.text)
  expect((await read(incident)).news).toMatchObject([{ edition: 1, by: 'Ada', text: news.text, told: 61 }])

  // Tom wants a person after all, and waits when it is over.
  await tom.does(chats[0] ?? '', { kind: 'ask-person' })
  await ada.ask('incident:resolve', { incident, id: randomUUID(), text: 'The cable is whole again.' })
  await told(incident)
  const ended = await read(incident)
  expect(ended.incident).toMatchObject({ state: 'resolved', tickets: { all: 61, open: 2, talking: 2 } })
  expect(await timeline(rita, first)).toContain('The cable is whole again.')
  const done = await ada.ask('ticket:list', { filters: { incident, status: ['resolved'] }, limit: 100 })
  expect(done.rows).toHaveLength(59)
  expect((await ada.ask('ticket:read', { conversation: chats[5] ?? '' })).ticket).toMatchObject({
    status: 'resolved',
    code: 'solved',
    resolution: 'The cable is whole again.',
    incident: { id: incident, edition: 2, over: true },
  })
  expect((await ada.ask('ticket:read', { conversation: first })).ticket).toMatchObject({ status: 'in-progress', incident: { over: true } })
  await refusedWith('incident-over', joins(await comes('Late'), incident))
  expect((await tom.ask('incident:known', {})).incidents).toEqual([])
}, 60_000)

test('what a stop left untold is told afterwards, each once and in order', async () => {
  const incident = await declared()
  const [tom, ute] = [await comes('Tom'), await comes('Ute')]
  const [one, two] = [await joins(tom, incident), await joins(ute, incident)]
  // Written down by a process that stopped before it told anybody.
  for (const edition of [1, 2]) {
    await desk.pool.query(
      `insert into incident_news (incident_id, edition, id, at, agent_id, name, text) values ($1, $2, $3, now(), $4, 'Ada', $5)`,
      [incident, edition, randomUUID(), ada.id, `News ${edition}`],
    )
  }
  await desk.pool.query(`update incidents set edition = 2, claimed_until = now() + interval '1 second' where id = $1`, [incident])
  await told(incident)
  const heard = ['opened', 'incident-joined', 'incident-news', 'News 1', 'incident-news', 'News 2']
  expect(await timeline(tom, one)).toEqual(heard)
  expect(await timeline(ute, two)).toEqual(heard)
  // Whoever comes now has read the latest already.
  const sam = await comes('Sam')
  expect(await timeline(sam, await joins(sam, incident))).toEqual(['opened', 'incident-joined'])
})

test('whoever waits leaves the line with "me too"; what he adds later is a message to be answered', async () => {
  const incident = await declared()
  const tom = await comes('Tom')
  const chat = await tom.asks('No VPN')
  await tom.does(chat, { kind: 'join-incident', incident })
  expect(await timeline(tom, chat)).toEqual(['opened', 'No VPN', 'incident-joined', 'message-left'])
  expect((await ada.ask('desk:look', {})).line.map(({ id }) => id)).not.toContain(chat)
  await tom.says(chat, 'And my mouse is broken')
  expect((await ada.ask('desk:look', {})).line.map(({ id }) => id)).toContain(chat)
  await ada.does(chat, { kind: 'leave-incident' })
  expect((await ada.ask('ticket:read', { conversation: chat })).ticket.incident).toBeNull()
})

test('what was resolved too early is opened again: whose ticket that had solved hears it once, also after a stop in the middle', async () => {
  const incident = await declared()
  const people = await Promise.all(['Tom', 'Ute', 'Sam', 'Pia'].map(comes))
  const [tom, ute, sam, pia] = people as [Person, Person, Person, Person]
  const [one, two, three, four] = (await Promise.all(people.map((person) => joins(person, incident)))) as [string, string, string, string]
  const news = { incident, id: randomUUID(), text: 'It is back again.', nextBy: null }
  await refusedWith('incident-at-hand', ada.ask('incident:reopen', news))
  // Sam's was something else, and Pia's was solved before.
  await ada.does(three, { kind: 'leave-incident' })
  await ada.does(four, { kind: 'resolve', code: 'solved', resolution: 'A new cable' })
  await ada.ask('incident:resolve', { incident, id: randomUUID(), text: 'It runs again.' })
  await told(incident)
  expect((await ada.ask('ticket:read', { conversation: one })).ticket).toMatchObject({ status: 'resolved', incident: { over: true } })
  // So long ago that it is looked at no more.
  await desk.pool.query('update incidents set settled_at = now() where id = $1', [incident])

  await refusedWith('not-allowed', eve.ask('incident:reopen', news))
  const row = await ada.ask('incident:reopen', news)
  expect(row).toMatchObject({ state: 'open', edition: 2, resolvedAt: null, reopensUntil: null })
  expect((await ada.ask('incident:reopen', news)).edition).toBe(2)
  await told(incident)
  const heard = [
    'opened',
    'incident-joined',
    'incident-news',
    'It runs again.',
    'ended',
    'resolved',
    'reopened',
    'incident-news',
    news.text,
  ]
  for (const [person, chat] of [
    [tom, one],
    [ute, two],
  ] as const) {
    expect(await timeline(person, chat)).toEqual(heard)
    const { ticket } = await ada.ask('ticket:read', { conversation: chat })
    expect([ticket.status, ticket.incident]).toEqual(['in-progress', { id: incident, title: about.title, edition: 2 }])
  }
  expect(await timeline(sam, three)).not.toContain(news.text)
  expect(await timeline(pia, four)).not.toContain(news.text)
  expect((await read(incident)).news[0]).toMatchObject({ edition: 2, reopens: true, told: 2 })
  expect((await (await comes('New')).ask('incident:known', {})).incidents).toContainEqual(
    expect.objectContaining({ id: incident, text: news.text }),
  )

  // Resolved, and opened again by a process that stopped when it had told Tom alone.
  await ada.ask('incident:resolve', { incident, id: randomUUID(), text: 'Now it runs.' })
  await told(incident)
  const again = randomUUID()
  await desk.pool.query(
    `insert into incident_news (incident_id, edition, id, at, agent_id, name, text, reopens) values ($1, 4, $2, now(), $3, 'Ada', 'No.', true)`,
    [incident, again, ada.id],
  )
  await desk.pool.query(
    `update incidents set edition = 4, state = 'open', settled_at = null, claimed_until = now() + interval '1 second' where id = $1`,
    [incident],
  )
  await told(incident)
  await eventually(async () => (await timeline(ute, two)).at(-1) === 'No.')
  for (const [person, chat] of [
    [tom, one],
    [ute, two],
  ] as const)
    expect((await timeline(person, chat)).slice(heard.length)).toEqual([
      'incident-news',
      'Now it runs.',
      'resolved',
      'reopened',
      'incident-news',
      'No.',
    ])
  await ada.ask('incident:resolve', { incident, id: randomUUID(), text: 'Now it really runs.' })
  await told(incident)
  await desk.pool.query(`update incidents set resolved_at = now() - interval '60 days' where id = $1`, [incident])
  await refusedWith('incident-long-over', ada.ask('incident:reopen', { ...news, id: randomUUID() }))
  const admin = await desk.agent('Rootless', { role: 'administrator', wish: 'away' })
  expect((await admin.ask('audit:list', { before: null })).records.map(({ what }) => what)).toContain('incidents:reopen')
})

test('every agent sees incidents; their team leads them, and requesters only read and join', async () => {
  const incident = await declared(null, [desk.topic])
  const [row] = (await eve.ask('incident:list', {})).incidents
  expect(row).toMatchObject({ id: incident, mayLead: false, declaredBy: { name: 'Ada' } })
  const news = { incident, id: randomUUID(), text: 'My password is hunter22', nextBy: null }
  await refusedWith('not-allowed', eve.ask('incident:tell', news))
  await refusedWith('not-allowed', eve.ask('incident:resolve', { incident, id: randomUUID(), text: 'Done' }))
  await refusedWith('not-found', ada.ask('incident:read', { incident: randomUUID() }))
  const rita = await comes('Rita')
  await refusedWith('not-allowed', rita.ask('incident:list', {}))
  await refusedWith('not-allowed', rita.ask('incident:declare', { incident: randomUUID(), conversation: null, ...about }))
  const foreign = await rita.asks('My screen is black')
  await refusedWith('not-found', eve.ask('incident:declare', { incident: randomUUID(), conversation: foreign, ...about }))
  await refusedWith('not-found', eve.does(foreign, { kind: 'join-incident', incident }))
  // Of people of other pages nobody joins, not even who has heard of its id.
  const site = randomUUID()
  await desk.pool.query(
    "insert into sites (id, name, issuer, audience, algorithm, key) values ($1, 'Plant', 'https://plant.example', 'firstline', 'HS256', '')",
    [site],
  )
  const plant = randomUUID()
  await ada.ask('incident:declare', { incident: plant, conversation: null, ...about, sites: [site] })
  await refusedWith('incident-over', joins(rita, plant))
  await refusedWith('incident-over', rita.does(foreign, { kind: 'join-incident', incident: plant }))
  await desk.pool.query('update requesters set site_id = $2 where id = $1', [rita.id, site])
  await rita.does(foreign, { kind: 'join-incident', incident: plant })
  // What is over cannot be the first of anything, and nothing becomes known by that.
  await ada.does(foreign, { kind: 'leave-incident' })
  await ada.does(foreign, { kind: 'resolve', code: 'solved', resolution: 'A new screen' })
  const never = randomUUID()
  await refusedWith('ticket-done', ada.ask('incident:declare', { incident: never, conversation: foreign, ...about }))
  await refusedWith('not-found', ada.ask('incident:read', { incident: never }))
  // Under an id that is not the one of both, nobody joins.
  const odd = randomUUID()
  await refusedWith('malformed', rita.does(odd, { kind: 'open', topic: null, text: 'Me too', entrance: 'message', incident }, odd))

  const { edition, text } = await ada.ask('incident:tell', news)
  expect([edition, text]).toEqual([1, 'My password is ••••••••'])
  const changed = await ada.ask('incident:save', { incident, version: row?.version ? row.version + 1 : 0, ...about, title: 'No VPN' })
  expect(changed.title).toBe('No VPN')
  await refusedWith('changed-meanwhile', ada.ask('incident:save', { incident, version: 1, ...about }))
  const admin = await desk.agent('Root', { role: 'administrator', wish: 'away' })
  const whats = (await admin.ask('audit:list', { before: null })).records.map(({ what }) => what)
  expect(whats).toEqual(expect.arrayContaining(['incidents:declare', 'incidents:save', 'incidents:tell', 'incidents:resolve']))
})

test('two tickets of one requester are read as one, old numbers lead there, and they are two again', async () => {
  const rita = await comes('Rita Twice')
  const [old, young] = [await rita.asks('Mail is slow', null, 'message'), await rita.asks('Mail is still slow', null, 'message')]
  const view = (conversation: string) => ada.ask('ticket:read', { conversation })
  const { number } = (await view(young)).ticket
  await refusedWith('not-allowed', rita.does(old, { kind: 'merge', into: young }))
  await refusedWith('not-found', eve.does(old, { kind: 'merge', into: young }))
  await refusedWith('other-requester', ada.does(old, { kind: 'merge', into: await (await comes('Tom')).asks('Mine', null, 'message') }))
  await ada.does(old, { kind: 'merge', into: young })
  expect((await view(old)).mergedInto).toMatchObject({ conversation: young, number })
  expect((await view(old)).ticket).toMatchObject({ status: 'resolved', code: 'duplicate' })
  const readWith = async (person: Person, conversation = young) => (await person.ask('conversation:open', { conversation })).merged
  const oldNumber = (await view(old)).ticket.number
  for (const person of [ada, rita]) expect(await readWith(person)).toEqual([{ conversation: old, number: oldNumber }])
  expect(await readWith(ada, old)).toBeUndefined()
  expect((await view(young)).related).toMatchObject([{ is: 'merged', conversation: old }])
  const [row] = (await ada.ask('ticket:list', { words: String((await view(old)).ticket.number) })).rows
  expect(row).toMatchObject({ conversation: old, mergedInto: number })
  // Rita is led there too, and nobody goes on in the old place.
  expect((await rita.ask('visit:look', {})).conversations.find(({ id }) => id === old)?.mergedInto).toBe(young)
  await refusedWith('merged', rita.does(old, { kind: 'reopen' }))
  await refusedWith('merged', ada.does(young, { kind: 'merge', into: old }))
  expect(await timeline(rita, old)).toEqual(['opened', 'Mail is slow', 'ended', 'resolved', 'merged'])

  // It goes on once more elsewhere: whoever has the oldest number is led to the last.
  const last = await rita.asks('Mail again', null, 'message')
  await ada.does(young, { kind: 'merge', into: last })
  expect((await readWith(rita, last))?.map(({ conversation }) => conversation)).toEqual([young, old])
  expect((await view(old)).mergedInto?.conversation).toBe(last)
  expect((await rita.ask('visit:look', {})).conversations.map(({ mergedInto }) => mergedInto)).toEqual([null, last, last])
  await ada.does(young, { kind: 'unmerge' })
  expect(await readWith(rita, last)).toBeUndefined()
  // Whoever has the one open hears that the other stands alone again.
  const times = () => rita.heard.filter(({ name, news }) => name === 'conversation:merged' && JSON.stringify(news).includes(young)).length
  const before = times()
  await ada.does(old, { kind: 'unmerge' })
  await eventually(() => times() > before)
  expect(await readWith(rita)).toBeUndefined()
  expect(await view(old)).toMatchObject({ mergedInto: null, ticket: { status: 'in-progress' } })
  expect((await view(young)).related).toEqual([])
})

test('two tickets that are merged into each other in the same moment are one afterwards, and not none', async () => {
  const tom = await comes('Tom Twice')
  const pairs = await Promise.all(
    Array.from({ length: 4 }, () => Promise.all([tom.asks('No sound', null, 'message'), tom.asks('Still no sound', null, 'message')])),
  )
  const merging = pairs.flatMap(([one, other]) => [
    ada.does(one, { kind: 'merge', into: other }),
    ada.does(other, { kind: 'merge', into: one }),
  ])
  const done = await Promise.allSettled(merging)
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
  const open = await ada.ask('ticket:list', { filters: { requester: tom.id, status: ['new', 'in-progress'] } })
  expect(open.rows).toHaveLength(4)
})

test('a ticket is a part of another, or caused by a problem; each sees the other, where its reader may', async () => {
  const [tom, ute] = [await comes('Tom'), await comes('Ute')]
  const [part, problem] = [await tom.asks('No print', null, 'message'), await ute.asks('The print server', null, 'message')]
  const related = async (conversation: string) => (await ada.ask('ticket:read', { conversation })).related
  await ada.does(part, { kind: 'link', to: problem, as: 'problem' })
  await ada.does(part, { kind: 'link', to: problem, as: 'parent' })
  expect((await related(part)).map(({ is }) => is)).toEqual(['parent', 'problem'])
  expect((await related(problem)).map(({ is }) => is)).toEqual(['caused', 'part'])
  await refusedWith('in-a-circle', ada.does(problem, { kind: 'link', to: part, as: 'parent' }))
  const between = await tom.asks('No paper', null, 'message')
  await ada.does(between, { kind: 'link', to: part, as: 'parent' })
  await refusedWith('in-a-circle', ada.does(problem, { kind: 'link', to: between, as: 'parent' }))
  await ada.does(between, { kind: 'unlink', as: 'parent' })
  await refusedWith('same-ticket', ada.does(part, { kind: 'link', to: part, as: 'parent' }))
  await refusedWith('not-found', ada.does(part, { kind: 'link', to: randomUUID(), as: 'parent' }))
  await ada.does(part, { kind: 'unlink', as: 'problem' })
  expect((await related(part)).map(({ is }) => is)).toEqual(['parent'])
})
