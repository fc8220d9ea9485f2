import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { entryOf } from '../../../../server/postgres/entries.ts'
import { type Conversation, evolve } from '../../../../shared/conversation.ts'
import type { Entry } from '../../../../shared/entry.ts'
import type { Helping, Requesting } from '../../../../shared/people.ts'
import type { Act } from '../../../../shared/protocol/conversation.ts'
import { Refused } from '../../../../shared/refusal.ts'
import { type Impact, priorityOf, ticketLabel, type Urgency } from '../../../../shared/ticket.ts'
import { runs } from '../../../support/chance.ts'
import { aKernel, type Kernel } from '../../../support/kernel.ts'

const root = join(import.meta.dirname, '../../../..')
const built = `.cache/tests/verify-${process.pid}`
let desk: Kernel
let ada: Helping
let rita: Requesting

beforeAll(async () => {
  desk = await aKernel()
})
afterAll(async () => {
  await desk.close()
  rmSync(join(root, built), { recursive: true, force: true })
})
beforeEach(async () => {
  ada = await desk.agent('Ada')
  rita = await desk.requester('Rita')
})

/** Whatever is due now. */
const tick = (chat: string) => desk.clock(chat, { kind: 'tick' })

async function state(chat: string) {
  const conversation = await desk.conversations.read(chat)
  if (!conversation) throw new Error('There is no such conversation')
  return conversation
}

async function timeline(chat: string): Promise<Entry[]> {
  const { rows } = await desk.pool.query('select * from entries where conversation_id = $1 order by coalesce(after, seq), lane desc, seq', [
    chat,
  ])
  return rows.map(entryOf)
}

async function ticketRow(chat: string) {
  const { rows } = await desk.pool.query('select * from tickets where conversation_id = $1', [chat])
  return rows[0]
}

const outbox = async (chat: string) =>
  (await desk.pool.query('select kind, payload from outbox where conversation_id = $1 order by position', [chat])).rows

async function solvedChat() {
  const chat = await desk.asks(rita, 'My printer smokes')
  await desk.does(ada, chat, { kind: 'take' })
  await desk.does(ada, chat, { kind: 'note', text: 'He always does that' })
  await desk.does(ada, chat, { kind: 'end' })
  await desk.does(ada, chat, { kind: 'resolve', code: 'solved', resolution: 'Took the sandwich out' })
  return chat
}

test('ending, wrapping up and logging are three acts, and the log names what it covers', async () => {
  const chat = await solvedChat()
  expect(await state(chat)).toMatchObject({ status: 'ended', logged: null, ticket: { status: 'resolved', code: 'solved' } })

  desk.passes(3)
  const { entries, conversation } = await tick(chat)
  const [logged] = entries
  expect(logged).toMatchObject({
    kind: 'logged',
    lane: 'internal',
    upTo: { public: 5, internal: 1 },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(await outbox(chat)).toEqual([
    {
      kind: 'ticket.logged',
      payload: {
        number: conversation.number,
        upTo: { public: 5, internal: 1 },
        sha256: logged && 'sha256' in logged && logged.sha256,
        at: desk.now().toISOString(),
      },
    },
  ])
  desk.passes(100)
  expect((await tick(chat)).entries).toEqual([])
})

test('a rating, more work and a reopening come later, and the record is logged again each time', async () => {
  const chat = await solvedChat()
  desk.passes(3)
  await tick(chat)
  await desk.does(rita, chat, { kind: 'rate', stars: 4, comment: 'Quick' })
  desk.passes(3)
  await tick(chat)
  await desk.does(ada, chat, { kind: 'note', text: 'Ordered a new one' })
  desk.passes(3)
  await tick(chat)
  await desk.does(rita, chat, { kind: 'reopen' })
  expect(await state(chat)).toMatchObject({ status: 'active', ticket: { status: 'in-progress', code: null } })
  await desk.does(ada, chat, { kind: 'resolve', code: 'workaround', resolution: 'Use the other one' })
  desk.passes(3)
  await tick(chat)

  const logs = (await timeline(chat)).filter(({ kind }) => kind === 'logged')
  expect(logs).toHaveLength(4)
  expect(new Set(logs.map((entry) => entry.kind === 'logged' && entry.sha256)).size).toBe(4)
  expect(await outbox(chat)).toHaveLength(4)
})

test('an ended chat that nobody wraps up is logged all the same', async () => {
  const chat = await desk.asks(rita, 'Never mind')
  await desk.does(ada, chat, { kind: 'take' })
  await desk.does(rita, chat, { kind: 'end' })
  desk.passes(60)
  expect((await tick(chat)).entries).toEqual([])
  desk.passes(61)
  expect((await tick(chat)).entries).toMatchObject([{ kind: 'logged' }])
})

test('whoever leaves the line, and whoever comes out of hours, has a ticket', async () => {
  const left = await desk.asks(rita, 'Too slow')
  await desk.does(rita, left, { kind: 'leave' })
  const written = await desk.asks(await desk.requester('Nora'), 'Nobody there?', 'message')
  desk.passes(3)
  await tick(left)
  await tick(written)

  expect(await ticketRow(left)).toMatchObject({ status: 'cancelled', subject: 'Too slow', channel: 'chat' })
  expect(await ticketRow(written)).toMatchObject({ status: 'new', subject: 'Nobody there?', channel: 'message' })
  expect([await outbox(left), await outbox(written)].map((rows) => rows.length)).toEqual([1, 1])
})

test('a resolved ticket closes by itself after its days', async () => {
  const chat = await solvedChat()
  desk.passes(3)
  await tick(chat)
  desk.passes(7 * 24 * 3600)
  await tick(chat)
  expect(await ticketRow(chat)).toMatchObject({ status: 'closed', closed_at: desk.now() })
})

test.each<[Impact, Urgency, number]>([
  ['high', 'high', 1],
  ['high', 'medium', 2],
  ['high', 'low', 3],
  ['medium', 'high', 2],
  ['medium', 'medium', 3],
  ['medium', 'low', 4],
  ['low', 'high', 3],
  ['low', 'medium', 4],
  ['low', 'low', 5],
])('impact %s and urgency %s is priority %i', async (impact, urgency, priority) => {
  const chat = await desk.asks(rita, 'Mail is down')
  await desk.does(ada, chat, { kind: 'classify', impact, urgency, category: 'Mail' })

  expect(priorityOf(impact, urgency)).toBe(priority)
  expect(await ticketRow(chat)).toMatchObject({ priority, impact, urgency, category: 'Mail' })
})

test('a ticket number is read aloud in six digits, or more', () => {
  expect([ticketLabel(123), ticketLabel(1_234_567)]).toEqual(['INC-000123', 'INC-1234567'])
})

test('state and ticket are what the timeline folds to', async () => {
  const chat = await solvedChat()
  desk.passes(3)
  await tick(chat)
  await desk.does(rita, chat, { kind: 'rate', stars: 5, comment: '' })
  await desk.does(ada, chat, { kind: 'classify', subject: 'Sandwich in printer', impact: 'medium' })
  const folded = (await timeline(chat)).reduce<Conversation | null>(evolve, null)

  expect(await state(chat)).toEqual(folded)
  expect(await ticketRow(chat)).toMatchObject({
    number: String(folded?.number),
    subject: 'Sandwich in printer',
    status: folded?.ticket.status,
    priority: folded?.ticket.priority,
    communication_owner: ada.id,
    work_owner: ada.id,
    resolution: 'Took the sandwich out',
    code: 'solved',
    resolved_at: new Date(folded?.ticket.resolvedAt ?? 0),
  })
})

const acts = fc.constantFrom<{ who: 'ada' | 'rita'; act: Act }>(
  { who: 'rita', act: { kind: 'say', text: 'Hello?' } },
  { who: 'ada', act: { kind: 'say', text: 'One moment' } },
  { who: 'ada', act: { kind: 'note', text: 'Hm' } },
  { who: 'ada', act: { kind: 'take' } },
  { who: 'ada', act: { kind: 'hold' } },
  { who: 'ada', act: { kind: 'resume' } },
  { who: 'ada', act: { kind: 'classify', impact: 'high', category: 'Mail' } },
  { who: 'ada', act: { kind: 'classify', urgency: 'low', subject: 'Mail again' } },
  { who: 'rita', act: { kind: 'leave' } },
  { who: 'rita', act: { kind: 'leave-message' } },
  { who: 'rita', act: { kind: 'end' } },
  { who: 'ada', act: { kind: 'end' } },
  { who: 'ada', act: { kind: 'resolve', code: 'advice', resolution: 'Wait' } },
  { who: 'rita', act: { kind: 'reopen' } },
  { who: 'ada', act: { kind: 'reopen' } },
  { who: 'rita', act: { kind: 'rate', stars: 3, comment: 'So so' } },
)

test(
  'whatever people do, the ticket is what its timeline folds to',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ step: acts, seconds: fc.nat(200) }), { maxLength: 25 }), async (steps) => {
        ada = await desk.agent('Ada')
        rita = await desk.requester('Rita')
        const chat = await desk.asks(rita, 'My mail is late')
        for (const { step, seconds } of steps) {
          await desk.does(step.who === 'ada' ? ada : rita, chat, step.act).catch((error) => expect(error).toBeInstanceOf(Refused))
          desk.passes(seconds)
          await tick(chat)
        }
        const folded = (await timeline(chat)).reduce<Conversation | null>(evolve, null)
        expect(await state(chat)).toEqual(folded)
        expect(await ticketRow(chat)).toMatchObject(rowOf(folded))
      }),
      { numRuns: runs },
    )
    expect(desk.bugs).toEqual([])
  },
  30_000 + runs * 1_000,
)

/** What the ticket's row says of a conversation. */
function rowOf(folded: Conversation | null) {
  if (!folded) throw new Error('It folds to nothing')
  const { status, subject, category, impact, urgency, priority, resolution, code, communicationOwner, workOwner } = folded.ticket
  return {
    ...{ status, subject, category, impact, urgency, priority, resolution, code },
    channel: folded.channel,
    communication_owner: communicationOwner,
    work_owner: workOwner,
  }
}

/** Runs `npm run verify` on the desk's database. */
function verify(): Promise<{ code: number; said: string }> {
  const program = `import { buildOne } from './server/build.mjs'; await buildOne('server/commands/verify.ts', '${built}')`
  const env = { ...process.env, DATABASE_URL: desk.database.url, REDIS_URL: 'redis://nowhere', NODE_OPTIONS: '' }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '-e', program], { cwd: root, env }, (error, out, wrong) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + wrong }),
    )
  })
}

test('every logged transcript verifies, an erased one too, and a tampered one is named', async () => {
  const [erased, edited, rewritten, untouched] = [await solvedChat(), await nextChat(), await nextChat(), await nextChat()]
  for (const chat of [erased, edited, rewritten, untouched]) {
    desk.passes(3)
    await tick(chat)
  }
  await desk.pool.query('update entries set body = null, salt = null where conversation_id = $1', [erased])
  expect(await verify()).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^\d+ logged transcripts are as they were when logged\.\n$/),
  })

  await desk.pool.query(`update entries set body = '{"text": "Never said"}' where conversation_id = $1 and kind = 'said'`, [edited])
  await desk.pool.query("update entries set by = $2 where conversation_id = $1 and kind = 'said'", [rewritten, ada.id])
  const { code, said } = await verify()
  const labels = await Promise.all([edited, rewritten].map(async (chat) => ticketLabel((await state(chat)).number)))
  expect(code).toBe(1)
  expect(said.match(/INC-\d+/g)?.sort()).toEqual(labels.sort())
})

async function nextChat() {
  rita = await desk.requester('Rita')
  return solvedChat()
}
