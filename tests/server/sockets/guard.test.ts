import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { usualGuard } from '../../../shared/guard.ts'
import type { Act } from '../../../shared/protocol.ts'
import { fitsLuhn } from '../../../shared/secret-numbers.ts'
import { maskSign } from '../../../shared/secrets.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { eventually } from '../../support/eventually.ts'
import { aGuide, aStep, publishes } from '../../support/guides.ts'

let desk: TestDesk
let ada: Person
let olga: Person

beforeAll(async () => {
  desk = await aDesk({ settings: { logAfterSeconds: 0 } })
  ada = await desk.agent('Ada', { capacity: 50 })
  olga = await desk.agent('Olga', { role: 'administrator' })
})
afterAll(() => desk.close())

/** Everything that the database holds, as text. */
async function everything() {
  const { rows } = await desk.pool.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const texts = await Promise.all(
    rows.map(({ name }) => desk.pool.query(`select coalesce(string_agg(one::text, ' '), '') as text from ${name} as one`)),
  )
  return texts.map(({ rows: [row] }) => row.text).join('\n')
}

const saved = async (change: Partial<typeof usualGuard>) => {
  const { version } = await olga.ask('guard:read', {})
  await olga.ask('guard:save', { version, rules: { ...usualGuard, ...change } })
}
const textsOf = async (chat: string) => {
  const { entries } = await ada.ask('conversation:page', { conversation: chat, before: 1_000 })
  return entries.flatMap((entry) => ((entry.kind === 'said' || entry.kind === 'noted') && entry.body ? [entry.body.text] : []))
}

const card = fc.stringMatching(/^4[0-9]{14}$/).map((begun) => begun + [...'0123456789'].find((last) => fitsLuhn(begun + last)))
const key = fc.stringMatching(/^[A-Za-z0-9]{36}$/).map((rest) => `ghp_${rest}`)
const password = fc.stringMatching(/^[a-z]{6}[0-9]{2}[A-Z]{3}$/)
const secrets = fc.record({ card, key, password })

test('whatever way a secret comes, nothing of it is kept, announced, indexed, drafted, exported or sent', async () => {
  const { version } = await olga.ask('webhook:read', {})
  await olga.ask('webhook:save', { version, url: 'http://127.0.0.1:9/', hosts: ['127.0.0.1'], enabled: true, newSecret: true })
  const written: string[] = []
  const numbers: number[] = []
  await fc.assert(
    fc.asyncProperty(secrets, async (told) => {
      written.push(...Object.values(told))
      const text = `It is ${told.card}, my password is ${told.password} and ${told.key}`
      const rita = await desk.requester('Rita')
      const chat = await rita.asks(text)
      await ada.does(chat, { kind: 'take' })
      const acts: [Person, Act][] = [
        [rita, { kind: 'say', text }],
        [ada, { kind: 'say', text }],
        [ada, { kind: 'note', text }],
        [ada, { kind: 'classify', subject: text }],
        [ada, { kind: 'hold', reason: text.slice(0, 200) }],
        [olga, { kind: 'whisper', text }],
      ]
      for (const [who, act] of acts) await who.does(chat, act)
      await ada.ask('drafts:keep', { conversation: chat, lane: 'public', version: 0, text, aside: [text] })
      await ada.does(chat, { kind: 'resolve', code: 'solved', resolution: text })
      await rita.does(chat, { kind: 'rate', stars: 5, comment: text })
      numbers.push((await ada.ask('ticket:read', { conversation: chat })).ticket.number)
      for (const said of await textsOf(chat)) expect(said).toContain(maskSign)
    }),
    { numRuns: 4 },
  )
  await eventually(async () => {
    const { rows } = await desk.pool.query(
      'select 1 from tickets where indexed_at is null union all select 1 where not exists (select from outbox)',
    )
    return rows.length === 0
  })
  const ada_s = { headers: { cookie: ada.cookie ?? '', origin: desk.url } }
  const exported = await Promise.all(
    numbers.map(async (number) => (await fetch(`${desk.url}/api/exports/tickets/${number}?format=json&notes=true`, ada_s)).text()),
  )
  const list = await (await fetch(`${desk.url}/api/exports/tickets.csv`, ada_s)).text()
  const all = [await everything(), ...exported, list, JSON.stringify([...ada.heard, ...olga.heard])].join('\n')
  expect(exported.join()).toContain(maskSign)
  for (const secret of written) expect(all.includes(secret)).toBe(false)
})

test('whoever says that it is none sends it as it is, where the desk allows that', async () => {
  const rita = await desk.requester('Tess')
  const chat = await rita.asks('Order')
  await ada.does(chat, { kind: 'take' })
  await rita.does(chat, { kind: 'say', text: 'Order 4111111111111111', asIs: true })
  await saved({ insist: false })
  await rita.does(chat, { kind: 'say', text: 'Again 4111111111111111', asIs: true })
  await saved({})
  expect(await textsOf(chat)).toEqual(['Order', 'Order 4111111111111111', `Again ${maskSign}`])
})

test('the same act sent twice is masked once, and answered the same', async () => {
  const rita = await desk.requester('Tom')
  const chat = await rita.asks('Hello')
  const id = randomUUID()
  const act = { kind: 'say', text: 'PIN: 4711' } as const
  expect(await rita.does(chat, act, id)).toEqual(await rita.does(chat, act, id))
  expect(await textsOf(chat)).toEqual(['Hello', `PIN: ${maskSign}`])
})

test('neither the name of a file, nor what somebody calls himself, nor a guide brings a secret into a chat', async () => {
  const rita = await desk.requester('Rita PIN 471147')
  expect((await rita.ask('visit:look', {})).me.name).toBe(`Rita PIN ${maskSign}`)
  const chat = await rita.asks('Hello')
  await ada.does(chat, { kind: 'take' })
  const file = randomUUID()
  const sent = await fetch(`${desk.url}/api/conversations/${chat}/files/${file}`, {
    method: 'PUT',
    headers: {
      cookie: ada.cookie ?? '',
      origin: desk.url,
      'content-type': 'application/octet-stream',
      'file-name': encodeURIComponent('Kennwort ist Winter2027.txt'),
    },
    body: 'Hello',
  })
  expect(await sent.json()).toMatchObject({ name: `Kennwort ist ${maskSign}.txt` })
  await ada.does(chat, { kind: 'say', text: '', files: [file] })

  const step = aStep('sign-in', {
    text: 'Sign in with the password: Welcome2027',
    ways: { done: 'solved', 'did-not-help': null, cannot: null },
  })
  const guide = await publishes(olga, aGuide({ name: 'First day', steps: [step] }))
  await ada.does(chat, { kind: 'start-guide', guide })
  const { entries, state } = await rita.ask('conversation:open', { conversation: chat })
  expect(state.guide?.content.steps[0]?.text).toBe(`Sign in with the password: ${maskSign}`)
  expect(JSON.stringify(entries)).toContain(`Kennwort ist ${maskSign}.txt`)
  const all = await everything()
  for (const secret of ['Winter2027', 'Welcome2027']) expect(all).not.toContain(secret)
})

test('a draft is kept with masks, and its writer goes on with his words', async () => {
  const rita = await desk.requester('Rose')
  const chat = await rita.asks('Hello')
  await ada.does(chat, { kind: 'take' })
  const text = 'Your password is Gr33n-Tea'
  const kept = await ada.ask('drafts:keep', { conversation: chat, lane: 'public', version: 0, text, aside: [] })
  expect(kept.text).toBe(text)
  const { drafts } = await ada.ask('drafts:list', {})
  expect(drafts.find(({ conversation }) => conversation === chat)?.text).toBe(`Your password is ${maskSign}`)
})

test('administrators say what is secret here, requesters are told, and what came is counted', async () => {
  await expect(ada.ask('guard:save', { version: 0, rules: usualGuard })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(ada.ask('guard:counts', {})).rejects.toMatchObject({ code: 'not-allowed' })
  for (const pattern of ['@@@@', '#', 'x'.repeat(61)])
    await expect(saved({ own: [{ name: 'Mine', pattern }] })).rejects.toMatchObject({ code: expect.stringMatching(/malformed|too-large/) })
  await saved({ own: [{ name: 'Staff number', pattern: 'P-######' }], off: ['card'] })

  const rita = await desk.requester('Rike')
  expect((await rita.ask('visit:look', {})).guard).toMatchObject({ off: ['card'], own: [{ name: 'Staff number' }] })
  await expect(rita.ask('guard:read', {})).rejects.toMatchObject({ code: 'not-allowed' })
  const chat = await rita.asks('I am P-004711, card 4111111111111111')
  expect(await textsOf(chat)).toEqual([`I am ${maskSign}, card 4111111111111111`])
  await eventually(async () => {
    const { counts } = await olga.ask('guard:counts', {})
    return counts.some(({ kind, how, times }) => kind === 'own' && how === 'masked' && times === 1)
  })
  const { counts } = await olga.ask('guard:counts', {})
  expect(counts).toContainEqual({ day: expect.any(String), kind: 'card', how: 'insisted', times: 1 })
  const { records } = await olga.ask('audit:list', { before: null })
  expect(records.find(({ what }) => what === 'guard:save')?.after).toMatchObject({ off: ['card'] })
})
