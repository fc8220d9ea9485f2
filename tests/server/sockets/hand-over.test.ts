import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let network: string
let ada: Person
let ben: Person
let cem: Person
let zoe: Person
let nina: Person
let gus: Person

beforeAll(async () => {
  desk = await aDesk()
  network = randomUUID()
  await desk.pool.query("insert into teams (id, name, tier) values ($1, 'Network', 2)", [network])
  ada = await desk.agent('Ada', { capacity: 20 })
  ben = await desk.agent('Ben', { wish: 'away', capacity: 1 })
  cem = await desk.agent('Cem', { wish: 'away' })
  gus = await desk.agent('Gus', { wish: 'away', teams: [] })
  zoe = await desk.agent('Zoe', { role: 'supervisor', wish: 'away' })
  nina = await desk.agent('Nina', { teams: [network], wish: 'away' })
}, 60_000)
afterAll(() => desk.close(), 60_000)

const soon = new Date(Date.now() + 3600_000).toISOString()
const brief = { symptom: 'VPN drops', impact: '', environment: '', steps: '', ask: 'Which gateway?' }

async function helped(name: string, by = ada) {
  const person = await desk.requester(name)
  const chat = await person.asks(`${name} cannot print`)
  await by.does(chat, { kind: 'take' })
  return { person, chat }
}
async function offers(from: Person, to: { agent: string } | { team: string }, chats: string[], line = '', incidents: string[] = []) {
  const handOver = randomUUID()
  const items = chats.map((conversation) => ({ conversation, line }))
  await from.ask('hand-over:offer', {
    ...{ handOver, to, note: 'Good night', items },
    incidents: incidents.map((incident) => ({ incident, line })),
  })
  return handOver
}
const seenBy = async (who: Person, handOver: string) => (await who.ask('hand-over:list', {})).handOvers.find(({ id }) => id === handOver)
async function declares(who: Person, title: string, nextBy: string | null = null) {
  const incident = randomUUID()
  await who.ask('incident:declare', { incident, conversation: null, title, text: `${title}: we look`, nextBy, topics: [], sites: [] })
  return incident
}
const ownerOf = async (chat: string) => {
  const { rows } = await desk.pool.query<{ state: { agent: string | null; ticket: { communicationOwner: string; workOwner: string } } }>(
    'select state from conversations where id = $1',
    [chat],
  )
  return rows[0]?.state
}
const loadOf = async (agent: Person) =>
  (await desk.pool.query<{ load: number }>('select load from standings where agent_id = $1', [agent.id])).rows[0]?.load

test('what Ada would leave behind is listed, the most pressing first; what is done, or not hers, is not', async () => {
  const [plain, promised, held, sent, over, done] = await Promise.all(
    ['Pia', 'Quin', 'Rosa', 'Sam', 'Tim', 'Udo'].map((name) => helped(name)),
  )
  if (!plain || !promised || !held || !sent || !over || !done) throw new Error('Somebody did not come')
  await ada.says(plain.chat, 'One moment')
  await ada.does(promised.chat, { kind: 'promise', until: soon, text: 'What the lab says' })
  await ada.does(held.chat, { kind: 'hold', reason: 'Lunch', until: soon })
  await ada.does(sent.chat, { kind: 'escalate', team: network, brief })
  await ada.does(over.chat, { kind: 'end' })
  await ada.does(done.chat, { kind: 'resolve', code: 'solved', resolution: 'A new driver' })
  const { items } = await ada.ask('hand-over:look', {})
  expect(items.map(({ requester, duties }) => [requester, duties[0]])).toEqual([
    ['Quin', 'promise'],
    ['Sam', 'waits'],
    ['Rosa', 'held'],
    ['Pia', 'chat'],
    ['Tim', 'ticket'],
  ])
  expect(items[0]).toMatchObject({ promise: { until: soon, about: 'What the lab says' }, waitingSince: expect.any(String) })
  expect(items[1]).toMatchObject({ duties: ['waits', 'chat', 'sent'], workTeam: 'Network' })
  expect(items[2]).toMatchObject({ hold: { until: soon, reason: 'Lunch' } })

  const handOver = await offers(
    ada,
    { agent: ben.id },
    items.map(({ conversation }) => conversation),
    'Knows the printer',
  )
  expect((await ada.ask('hand-over:look', {})).items).toEqual([])
  await eventually(() => ben.heard.some(({ name }) => name === 'hand-over:changed'))
  const [offered] = (await ben.ask('hand-over:list', {})).handOvers
  expect(offered).toMatchObject({ id: handOver, from: { name: 'Ada' }, to: { agent: { name: 'Ben' } }, note: 'Good night', state: 'open' })
  expect((await cem.ask('hand-over:list', {})).handOvers).toEqual([])
  await refusedWith('not-found', cem.ask('hand-over:accept', { handOver }))
  await refusedWith('not-allowed', plain.person.ask('hand-over:accept', { handOver }))

  // One place free, and all of it is his: he said so himself.
  const taken = await ben.ask('hand-over:accept', { handOver })
  expect(taken).toMatchObject({ state: 'accepted', by: { name: 'Ben' } })
  expect(new Set(taken.items.map(({ outcome }) => outcome))).toEqual(new Set(['taken']))
  for (const { chat } of [plain, promised, held, sent, over])
    expect(await ownerOf(chat)).toMatchObject({ ticket: { communicationOwner: ben.id } })
  expect([await loadOf(ada), await loadOf(ben)]).toEqual([0, 4])
  const rest = await held.person.ask('conversation:open', { conversation: held.chat })
  expect(rest.state).toMatchObject({ status: 'held', agent: { name: 'Ben' } })
  expect(rest.entries.slice(-2)).toMatchObject([{ kind: 'assigned' }, { kind: 'held', until: soon, body: { reason: 'Lunch' } }])
  expect(JSON.stringify(rest)).not.toContain('Knows the printer')
  const told = await ben.ask('conversation:open', { conversation: plain.chat })
  expect(told.entries.find(({ kind }) => kind === 'transferred')).toMatchObject({
    by: ada.id,
    how: 'hand-over',
    body: { comment: 'Knows the printer' },
  })
  expect((await promised.person.ask('conversation:open', { conversation: promised.chat })).state).toMatchObject({
    promise: { until: soon },
  })
})

test('two take it in the same moment: one has it all, the other is told; and asking again changes nothing', async () => {
  const chats = await Promise.all(['Vera', 'Wim', 'Xenia'].map(async (name) => (await helped(name)).chat))
  const handOver = await offers(ada, { team: desk.team }, chats)
  const results = await Promise.allSettled([ben.ask('hand-over:accept', { handOver }), cem.ask('hand-over:accept', { handOver })])
  const first = results.findIndex(({ status }) => status === 'fulfilled')
  const [winner, loser] = first === 0 ? [ben, cem] : [cem, ben]
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await refusedWith('hand-over-over', loser.ask('hand-over:accept', { handOver }))
  await winner.ask('hand-over:accept', { handOver })
  for (const chat of chats) {
    expect(await ownerOf(chat)).toMatchObject({ agent: winner.id })
    const { rows } = await desk.pool.query("select from entries where conversation_id = $1 and kind = 'assigned'", [chat])
    expect(rows).toHaveLength(2)
  }
  await refusedWith('hand-over-over', ada.ask('hand-over:take-back', { handOver }))
})

test('what is declined or not taken stays with whom it was, and those who supervise see it; what went elsewhere meanwhile stays there', async () => {
  const [one, other] = [await helped('Yara'), await helped('Zita')]
  const handOver = await offers(ada, { agent: nina.id }, [one.chat, other.chat])
  await refusedWith('not-allowed', zoe.ask('hand-over:decline', { handOver, reason: '' }))
  await nina.ask('hand-over:decline', { handOver, reason: 'I leave too' })
  expect(await ownerOf(one.chat)).toMatchObject({ agent: ada.id })
  const [seen] = (await zoe.ask('hand-over:list', {})).handOvers
  expect(seen).toMatchObject({ id: handOver, state: 'declined', by: { name: 'Nina' }, reason: 'I leave too' })
  await refusedWith('not-found', offers(ada, { team: network }, [(await helped('Kim', zoe)).chat]))
  await refusedWith('same-place', offers(ada, { agent: ada.id }, [one.chat]))

  const again = await offers(ada, { team: network }, [one.chat, other.chat])
  await zoe.does(other.chat, { kind: 'take-over' })
  const { items } = await zoe.ask('hand-over:accept', { handOver: again })
  expect(items.map(({ outcome }) => outcome)).toEqual(['taken', 'gone'])
  const { rows } = await desk.pool.query<{ what: string }>(
    "select what from audit where what like 'hand-over:%' order by number desc limit 2",
  )
  expect(rows.map(({ what }) => what)).toEqual(['hand-over:accept', 'hand-over:offer'])
})

test('a server that stopped between two of them goes on with the rest, each once', async () => {
  const chats = await Promise.all(['Lea', 'Mia'].map(async (name) => (await helped(name)).chat))
  const handOver = await offers(ada, { agent: cem.id }, chats)
  await desk.pool.query(
    "update hand_overs set state = 'accepted', decided_by = $2, decided_at = now() - interval '1 minute' where id = $1",
    [handOver, cem.id],
  )
  const outcomes = async () => {
    const kept = (await cem.ask('hand-over:list', {})).handOvers.find(({ id }) => id === handOver)
    return kept?.items.map(({ outcome }) => outcome).join()
  }
  await eventually(async () => (await outcomes()) === 'taken,taken')
  for (const chat of chats) expect(await ownerOf(chat)).toMatchObject({ agent: cem.id })
})

test('of a team, Ben says that it is not for him: it stays with the others, Ada reads why, hears when nobody is left, and he thinks again', async () => {
  const { chat } = await helped('Gil')
  const handOver = await offers(ada, { team: desk.team }, [chat])
  await ben.ask('hand-over:decline', { handOver, reason: 'My password is hunter2hunter2' })
  await ben.ask('hand-over:decline', { handOver, reason: 'Once more' })
  await refusedWith('not-allowed', ada.ask('hand-over:decline', { handOver, reason: '' }))
  await refusedWith('not-found', nina.ask('hand-over:decline', { handOver, reason: '' }))
  expect(await seenBy(cem, handOver)).toMatchObject({ state: 'open', nobodyLeft: false, declines: [{ by: { name: 'Ben' } }] })
  const declines = (await seenBy(ada, handOver))?.declines
  expect(declines).toMatchObject([{ by: { name: 'Ben' }, reason: expect.stringMatching(/^My password is \W+$/) }])
  await cem.ask('hand-over:decline', { handOver, reason: '' })
  expect(await zoe.ask('hand-over:decline', { handOver, reason: '' })).toMatchObject({ state: 'open', nobodyLeft: true })
  expect(await seenBy(ada, handOver)).toMatchObject({ nobodyLeft: true, declines: [{}, {}, {}] })

  expect(await ben.ask('hand-over:reconsider', { handOver })).toMatchObject({ nobodyLeft: false, declines: [{}, {}] })
  await cem.ask('hand-over:accept', { handOver })
  expect(await ownerOf(chat)).toMatchObject({ agent: cem.id })
  await refusedWith('hand-over-over', zoe.ask('hand-over:decline', { handOver, reason: '' }))
  await refusedWith('hand-over-over', zoe.ask('hand-over:reconsider', { handOver }))
})

test('whom it was meant for by name takes his no back, unless Ada offered it to somebody else meanwhile; nothing is offered twice', async () => {
  const { chat } = await helped('Hal')
  const handOver = await offers(ada, { agent: ben.id }, [chat])
  await refusedWith('handed-already', offers(ada, { agent: cem.id }, [chat]))
  await ben.ask('hand-over:decline', { handOver, reason: 'No' })
  await refusedWith('hand-over-over', zoe.ask('hand-over:reconsider', { handOver }))
  expect(await ben.ask('hand-over:reconsider', { handOver })).toMatchObject({ state: 'open', by: null, reason: '' })
  await ben.ask('hand-over:decline', { handOver, reason: 'No, really' })
  const results = await Promise.allSettled([offers(ada, { agent: cem.id }, [chat]), ben.ask('hand-over:reconsider', { handOver })])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const { rows } = await desk.pool.query(
    "select from hand_over_items join hand_overs on hand_overs.id = hand_over_id where conversation_id = $1 and state = 'open'",
    [chat],
  )
  expect(rows).toHaveLength(1)
})

test('an answer that got lost is asked for again, and nothing is offered a second time', async () => {
  const { chat } = await helped('Ida')
  const wanted = { handOver: randomUUID(), to: { agent: ben.id }, note: 'Night', items: [{ conversation: chat, line: '' }] }
  const first = await ada.ask('hand-over:offer', wanted)
  expect(await ada.ask('hand-over:offer', wanted)).toEqual(first)
  await refusedWith('handed-already', ada.ask('hand-over:offer', { ...wanted, note: 'Day' }))
  await refusedWith('already-exists', zoe.ask('hand-over:offer', wanted))
  await ada.ask('hand-over:take-back', { handOver: wanted.handOver })
})

test('Ada takes it back in the moment in which Ben accepts it: one of both counts, and the chat is whose it is by that', async () => {
  for (const name of ['Jan', 'Kay', 'Lou']) {
    const { chat } = await helped(name)
    const handOver = await offers(ada, { agent: ben.id }, [chat])
    const [accepted, kept] = await Promise.allSettled([
      ben.ask('hand-over:accept', { handOver }),
      ada.ask('hand-over:take-back', { handOver }),
    ])
    expect(accepted.status === 'fulfilled').not.toBe(kept.status === 'fulfilled')
    expect(await ownerOf(chat)).toMatchObject({ agent: accepted.status === 'fulfilled' ? ben.id : ada.id })
  }
})

test('the incidents of the team are in it; hers go along, at once, in the log, and once; others are only to be known of', async () => {
  const [mail, vpn, phones, far] = [
    await declares(ada, 'Mail is slow', soon),
    await declares(ada, 'VPN is down'),
    await declares(zoe, 'Phones are dead'),
    await declares(nina, 'Switches are hot'),
  ]
  await ada.ask('incident:tell', { incident: mail, id: randomUUID(), text: 'A disk is full', nextBy: soon })
  const { incidents } = await ada.ask('hand-over:look', {})
  expect(incidents.map(({ title, goes, owner }) => [title, goes, owner?.name])).toEqual([
    ['Mail is slow', true, 'Ada'],
    ['VPN is down', true, 'Ada'],
    ['Phones are dead', false, 'Zoe'],
  ])
  expect(incidents[0]).toMatchObject({ nextBy: soon, text: 'A disk is full', lastNewsAt: expect.any(String), joined: 0 })
  expect(incidents[1]).toMatchObject({ nextBy: null, lastNewsAt: null })
  for (const one of [phones, far]) await refusedWith('not-found', offers(ada, { agent: nina.id }, [], '', [one]))
  await refusedWith('malformed', offers(ada, { agent: nina.id }, []))

  const handOver = await offers(ada, { agent: nina.id }, [], 'The lab knows', [mail, vpn])
  await refusedWith('handed-already', offers(ada, { agent: ben.id }, [], '', [vpn]))
  expect((await ada.ask('hand-over:look', {})).incidents.map(({ title }) => title)).toEqual(['Phones are dead'])
  expect((await seenBy(nina, handOver))?.incidents).toMatchObject([
    { title: 'Mail is slow', goes: true, line: 'The lab knows', outcome: null },
    { title: 'VPN is down', goes: true },
    { title: 'Phones are dead', goes: false, owner: { name: 'Zoe' } },
  ])
  await zoe.ask('incident:resolve', { incident: vpn, id: randomUUID(), text: 'It is up again' })
  const taken = await nina.ask('hand-over:accept', { handOver })
  expect(taken.incidents).toMatchObject([
    { incident: mail, owner: { name: 'Nina' }, outcome: 'taken' },
    { incident: vpn, owner: { name: 'Ada' }, outcome: 'gone' },
  ])
  expect((await nina.ask('incident:read', { incident: mail })).incident).toMatchObject({
    ...{ owner: { name: 'Nina' }, declaredBy: { name: 'Ada' }, mayLead: true },
  })
  const log = await desk.pool.query("select subject_name, before, after from audit where what = 'incidents:hand-over'")
  expect(log.rows).toEqual([{ subject_name: 'Mail is slow', before: { owner: 'Ada' }, after: { owner: 'Nina' } }])
})

test('whom it was meant for is gone: Ada is told that nobody is left; what lies with somebody gone holds nobody else up', async () => {
  const [one, other, broken] = [await helped('Mo'), await helped('Nan'), await helped('Oli', zoe)]
  const toGus = await offers(ada, { agent: gus.id }, [one.chat])
  expect(await seenBy(ada, toGus)).toMatchObject({ nobodyLeft: false })
  const olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
  const { people } = await olga.ask('people:list', {})
  const before = ada.heard.filter(({ name }) => name === 'hand-over:changed').length
  await olga.ask('people:disable', { agent: gus.id, version: people.find(({ id }) => id === gus.id)?.version ?? 0 })
  await eventually(() => ada.heard.filter(({ name }) => name === 'hand-over:changed').length > before)
  expect(await seenBy(ada, toGus)).toMatchObject({ state: 'open', nobodyLeft: true })

  const wasAccepted = async (handOver: string, by: string | null) =>
    desk.pool.query("update hand_overs set state = 'accepted', decided_by = $2, decided_at = now() - interval '1 minute' where id = $1", [
      handOver,
      by,
    ])
  const outcomeOf = async (chat: string) =>
    (await desk.pool.query<{ outcome: string | null }>('select outcome from hand_over_items where conversation_id = $1', [chat])).rows[0]
      ?.outcome
  const toCem = await offers(ada, { agent: cem.id }, [other.chat])
  const ofZoe = await offers(zoe, { agent: cem.id }, [broken.chat])
  const { rows } = await desk.pool.query<{ state: object }>('select state from conversations where id = $1', [broken.chat])
  await desk.pool.query("update conversations set state = state - 'ticket' where id = $1", [broken.chat])
  await wasAccepted(ofZoe, cem.id)
  await wasAccepted(toGus, null)
  await wasAccepted(toCem, cem.id)
  await eventually(async () => (await outcomeOf(other.chat)) === 'taken' && (await outcomeOf(one.chat)) === 'gone')
  await desk.pool.query('update conversations set state = $2 where id = $1', [broken.chat, rows[0]?.state])
  expect(await ownerOf(one.chat)).toMatchObject({ agent: ada.id })
})
