import { createHmac, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { IncomingCall } from '../../../shared/protocol/telephony.ts'
import type { Asked } from '../../../shared/protocol.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { publishes } from '../../support/guides.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let network: string
let ada: Person
let luis: Person
let olga: Person

beforeAll(async () => {
  desk = await aDesk()
  network = randomUUID()
  await desk.pool.query("insert into teams (id, name, tier) values ($1, 'Network', 2)", [network])
  ada = await desk.agent('Ada', { capacity: 1 })
  luis = await desk.agent('Luis', { teams: [network] })
  olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
}, 60_000)
afterAll(() => desk.close(), 60_000)

const aCall = (more: Partial<Asked<'call:log'>> = {}): Asked<'call:log'> => ({
  conversation: randomUUID(),
  channel: 'phone',
  who: { id: randomUUID(), name: 'Rita Brown', email: 'rita.brown@example.com', phone: '+44 113 496 0123' },
  topic: null,
  category: null,
  asked: 'The VPN says timed out.\nSince this morning.',
  steps: [{ what: 'Restarted the router', outcome: 'did-not-help' }],
  guide: null,
  outcome: { is: 'resolved', code: 'solved', resolution: 'The password had expired' },
  minutes: 7,
  ...more,
})

test('Rita calls: all of it is one ticket, logged once, in no line and in nobody’s room', async () => {
  const guide = await publishes(olga)
  const call = aCall({ guide: { guide, edition: 1, moves: ['did-not-help', { skip: 'No lamp there' }, 'done'] }, topic: desk.topic })
  const { number } = await ada.ask('call:log', call)
  expect(await ada.ask('call:log', call)).toEqual({ number })
  await refusedWith('act-differs', ada.ask('call:log', { ...call, minutes: 8 }))
  await refusedWith('not-found', ada.ask('call:log', aCall({ who: { known: randomUUID() } })))

  const { conversation, ticket } = await ada.ask('ticket:read', { conversation: call.conversation })
  expect(conversation).toMatchObject({ channel: 'phone', status: 'ended', wrapsUp: false, requesterName: 'Rita Brown', agent: ada.id })
  expect(ticket).toMatchObject({
    number,
    status: 'resolved',
    code: 'solved',
    subject: 'The VPN says timed out.',
    resolution: 'The password had expired',
    communicationOwner: ada.id,
    minutes: 7,
  })
  expect(ticket.steps?.map(({ what, outcome }) => `${what}: ${outcome}`)).toEqual([
    'Try restart: did-not-help',
    'Try lamp: skipped',
    'Try log: done',
    'Restarted the router: did-not-help',
  ])
  // It counts among those who were led through the guide, and not how long that took.
  expect(await olga.ask('guides:figures', { guide })).toMatchObject({ begun: [number], escalated: [number], minutes: null })
  expect((await olga.ask('guides:overview', {})).guides).toMatchObject([{ guide, begun: 1, minutes: null }])
  const { me, line, mine } = await ada.ask('desk:look', {})
  expect([me.standing.load, line, mine]).toEqual([0, [], []])
  const { asked } = await ada.ask('ticket:recap', { conversation: call.conversation })
  expect(asked).toContain('The VPN says timed out.')
  await eventually(async () => (await ada.ask('ticket:list', { words: 'morning', filters: { channel: 'phone' } })).rows.length === 1)
  expect((await ada.ask('ticket:list', { filters: { channel: 'walk-up' } })).rows).toEqual([])
  await eventually(async () => (await ada.ask('ticket:read', { conversation: call.conversation })).logged !== null)
})

test('who asked before is found by a part of the name, the address, or the number however it is written', async () => {
  const tom = await desk.requester('Tom Becker')
  const found = async (words: string) => (await ada.ask('requesters:find', { words })).people.map(({ name }) => name)
  expect(await found('becker tom')).toEqual(['Tom Becker'])
  expect(await found('TOM.BECKER@')).toEqual(['Tom Becker'])
  await ada.ask('call:log', aCall({ who: { known: tom.id, phone: '0151 2345678' }, channel: 'walk-up' }))
  expect(await found('+49 (151) 234-5678')).toEqual(['Tom Becker'])
  expect(await found('+49 (0)151 2345678')).toEqual(['Tom Becker'])
  expect(await found('0152 2345678')).toEqual([])
  // From another phone he is known as well, and the first stays what is shown of him.
  await ada.ask('call:log', aCall({ who: { known: tom.id, phone: '+49 152 2345678' } }))
  expect(await found('0152 2345678')).toEqual(['Tom Becker'])
  const [shown] = (await ada.ask('requesters:find', { words: 'becker tom' })).people
  expect(shown?.phone).toBe('0151 2345678')
  expect(await found('%')).toEqual([])
  await refusedWith('not-allowed', tom.ask('requesters:find', { words: 'rita' }))
  await refusedWith('not-allowed', tom.ask('call:log', aCall()))

  // His page shows what he told, and nothing that is for agents alone.
  const { conversations } = await tom.ask('visit:look', {})
  const [own] = conversations
  const seen = await tom.ask('conversation:open', { conversation: own?.id ?? '' })
  expect(seen.entries.map(({ kind }) => kind)).toEqual(['opened', 'assigned', 'told', 'ended', 'resolved'])
})

test('somebody new whose name was wrong in a try that was refused is who was written last, once', async () => {
  const ids = { conversation: randomUUID(), who: { id: randomUUID(), name: 'Rita Bron', email: null, phone: null } }
  await refusedWith('no-such-topic', ada.ask('call:log', aCall({ ...ids, topic: randomUUID() })))
  const who = { ...ids.who, name: 'Rita Brompton' }
  const { number } = await ada.ask('call:log', aCall({ ...ids, who }))
  expect(await ada.ask('call:log', aCall({ ...ids, who }))).toEqual({ number })
  expect((await ada.ask('ticket:read', { conversation: ids.conversation })).conversation.requesterName).toBe('Rita Brompton')
  const { people } = await ada.ask('requesters:find', { words: 'rita bro' })
  expect(people.map(({ name }) => name).toSorted()).toEqual(['Rita Brompton', 'Rita Brown'])

  // Somebody who has asked by now is not renamed by this, nor is a visitor.
  await refusedWith('not-found', ada.ask('call:log', aCall({ who: { ...who, name: 'Eve' } })))
  const una = await desk.requester('Una')
  await refusedWith('not-found', ada.ask('call:log', aCall({ who: { id: una.id, name: 'Eve', email: null, phone: null } })))
})

test('a call that another team goes on with waits for it, and one that was logged by mistake is taken back', async () => {
  const sent = aCall({ outcome: { is: 'escalate', team: network, ask: 'Which gateway?' } })
  await ada.ask('call:log', sent)
  const waiting = async () => (await luis.ask('ticket:list', { filters: { work: 'waiting' } })).rows.map(({ conversation }) => conversation)
  expect(await waiting()).toEqual([sent.conversation])
  await refusedWith('not-owner', olga.ask('call:undo', { conversation: sent.conversation }))
  await ada.ask('call:undo', { conversation: sent.conversation })
  await ada.ask('call:undo', { conversation: sent.conversation })
  expect(await waiting()).toEqual([])
  expect((await ada.ask('ticket:read', { conversation: sent.conversation })).ticket.status).toBe('cancelled')
  await refusedWith('not-found', ada.ask('call:undo', { conversation: randomUUID() }))

  const open = aCall({ outcome: { is: 'open' } })
  await ada.ask('call:log', open)
  expect((await ada.ask('ticket:read', { conversation: open.conversation })).ticket).toMatchObject({
    status: 'in-progress',
    communicationOwner: ada.id,
  })
  expect((await ada.ask('desk:look', {})).me.standing.load).toBe(0)
  await ada.does(open.conversation, { kind: 'resolve', code: 'solved', resolution: 'Called back' })

  // What a caller says may be secret too; a number that is none is refused before anything is kept.
  const secret = aCall({ asked: 'My password is Hunter2-Hunter2' })
  await ada.ask('call:log', secret)
  const kept = await desk.pool.query("select body->>'text' as text from entries where conversation_id = $1 and kind = 'told'", [
    secret.conversation,
  ])
  expect(kept.rows[0].text).not.toContain('Hunter2')
  await refusedWith('malformed', ada.ask('call:log', aCall({ who: { id: randomUUID(), name: 'Eve', email: null, phone: '<script>' } })))
})

const seconds = () => Math.floor(Date.now() / 1000)
const signed = (secret: string, time: number, body: string) => `v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`

/** The telephone system tells of a call. */
const tells = (
  body: string,
  { secret, time = seconds(), sign = signed(secret, time, body) }: { secret: string; time?: number; sign?: string },
) =>
  fetch(`${desk.url}/hooks/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'firstline-timestamp': String(time), 'firstline-signature': sign },
    body,
  })

test('the telephone system opens the card of whoever calls, once, and only by its signature', async () => {
  const example = /```sh\n([\s\S]*?)```/.exec(readFileSync(join(import.meta.dirname, '../../../docs/phone.md'), 'utf8'))?.[1] ?? ''
  const body = /^BODY='(.*)'$/m.exec(example)?.[1] ?? ''
  for (const part of [
    '"$DESK/hooks/call"',
    'Firstline-Timestamp: $TIME',
    'Firstline-Signature: v1=$SIGN',
    `printf '%s.%s' "$TIME" "$BODY"`,
  ])
    expect(example).toContain(part)

  // While nobody has set it up, every answer is the same.
  expect((await tells(body, { secret: '' })).status).toBe(401)
  await refusedWith('not-allowed', ada.ask('telephony:read', {}))
  const wanted = { enabled: true, extensions: [{ agent: ada.id, extension: '204' }], newSecret: false }
  const { secret, telephony } = await olga.ask('telephony:save', { version: 0, ...wanted })
  if (!secret) throw new Error('No secret was made')
  expect(JSON.stringify(await olga.ask('telephony:read', {}))).not.toContain(secret)
  expect(JSON.stringify(await olga.ask('audit:list', { before: null }))).not.toContain(secret)
  const again = await olga.ask('telephony:save', { version: telephony.version, ...wanted })
  expect(again.secret).toBeNull()

  const before = ada.heard.length
  const came = () => ada.heard.slice(before).flatMap(({ name, news }) => (name === 'call:came' ? [news as IncomingCall] : []))
  expect((await tells(body, { secret })).status).toBe(204)
  expect((await tells(body, { secret })).status).toBe(204)
  await eventually(() => came().length === 1)
  expect(came()[0]).toMatchObject({ number: '+44 113 496 0123' })
  expect(new Set(came()[0]?.people.map(({ name }) => name))).toEqual(new Set(['Rita Brown']))
  const { calls } = await ada.ask('calls:ringing', {})
  expect(calls.map(({ id }) => id)).toEqual([came()[0]?.id])
  await refusedWith('not-found', luis.ask('calls:let-go', { call: calls[0]?.id ?? '' }))
  await ada.ask('calls:let-go', { call: calls[0]?.id ?? '' })
  expect((await ada.ask('calls:ringing', {})).calls).toEqual([])

  const other = body.replace('000123', '000124')
  const refusals = await Promise.all([
    tells(other, { secret, time: seconds() - 400 }),
    tells(other, { secret, time: seconds() + 400 }),
    tells(other, { secret: 'another' }),
    tells(other, { secret, sign: signed(secret, seconds(), body) }),
    tells(other, { secret, sign: '' }),
  ])
  for (const answer of refusals) expect([answer.status, await answer.text()]).toEqual([401, '{"refusal":"signed-out"}'])
  for (const wrong of ['{', '[]', '{"call":"1","number":"<b>","extension":"204"}', '{"call":"1","number":""}'])
    expect((await tells(wrong, { secret })).status).toBe(400)
  expect((await tells(other.replace('204', '999'), { secret })).status).toBe(409)
  expect((await tells(`{"call":"${'x'.repeat(5000)}"}`, { secret })).status).toBe(413)
  expect(came()).toHaveLength(1)
  const byAddress = (call: string, { id }: Person) => `{"call":"${call}","number":"Anonymous","agent":"${id}@EXAMPLE.com"}`
  expect((await tells(byAddress('2', ada), { secret })).status).toBe(204)
  await eventually(() => came().length === 2)
  expect(came()[1]).toMatchObject({ number: '', people: [] })

  // It rings at all of a group, whoever is there logs it, and it is over for the others; who lets it go does so for himself.
  for (const person of [ada, luis, olga]) expect((await tells(byAddress('3', person), { secret })).status).toBe(204)
  const ringing = async (person: Person) => (await person.ask('calls:ringing', {})).calls
  const at = { ada: (await ringing(ada))[0]?.id ?? '', luis: (await ringing(luis))[0]?.id ?? '' }
  await ada.ask('calls:let-go', { call: at.ada })
  expect([(await ringing(ada)).length, (await ringing(luis)).length, (await ringing(olga)).length]).toEqual([1, 1, 1])
  await luis.ask('calls:let-go', { call: at.luis, logged: true })
  expect([await ringing(luis), await ringing(olga), (await ringing(ada)).length]).toEqual([[], [], 1])
  await eventually(() => olga.heard.some(({ name, news }) => name === 'call:over' && (news as { by: string }).by === 'Luis'))
})
