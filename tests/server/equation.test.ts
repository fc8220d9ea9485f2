import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Conversation } from '../../shared/conversation.ts'
import type { Entry } from '../../shared/entry.ts'
import type { Act, Snapshot } from '../../shared/protocol/conversation.ts'
import { evolveTicket, type Ticket } from '../../shared/ticket.ts'
import type { Visible } from '../../shared/visible.ts'
import { runs } from '../support/chance.ts'
import { aDesk, type Person, type TestDesk } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { inOneOrder, observe } from '../support/observer.ts'

let desk: TestDesk
let agents: Person[]
let eve: Person

beforeAll(async () => {
  desk = await aDesk({ categories: true, settings: { logAfterSeconds: 0, wrapUpSeconds: 0 } })
  agents = [
    await desk.agent('Ada', { wish: 'away', capacity: 50 }),
    await desk.agent('Bob', { wish: 'away', capacity: 50 }),
    await desk.agent('Zoe', { wish: 'available', capacity: 0, role: 'supervisor' }),
  ]
  eve = await desk.requester('Eve')
})
afterAll(() => desk.close())

const act = (team: string, others: string[]): fc.Arbitrary<Act> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('say' as const),
        text: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((text) => `.${text}`),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('note' as const), text: fc.constantFrom('psst', 'third call this week') }) },
    { weight: 1, arbitrary: fc.constant<Act>({ kind: 'whisper', text: 'Ask for the asset tag' }) },
    { weight: 3, arbitrary: fc.constant<Act>({ kind: 'take' }) },
    fc.constantFrom<Act>(
      { kind: 'hold' },
      { kind: 'hold', reason: 'A cable is on its way' },
      { kind: 'await', of: 'requester' },
      { kind: 'await', of: 'agent' },
      { kind: 'resume' },
      { kind: 'join' },
      { kind: 'step-out' },
      { kind: 'take-over' },
      { kind: 'reopen' },
    ),
    fc.constantFrom<Act>({ kind: 'end' }, { kind: 'leave' }, { kind: 'leave-message' }, { kind: 'rate', stars: 4, comment: 'fine' }),
    fc.constantFrom<Act>(
      { kind: 'resolve', code: 'solved', resolution: 'Restarted' },
      { kind: 'classify', impact: 'high', urgency: 'low', category: 'Hardware / Printer' },
    ),
    fc.constantFrom<Act>(
      { kind: 'transfer', to: { team }, comment: 'not mine' },
      ...others.map((agent): Act => ({ kind: 'transfer', to: { agent }, comment: '' })),
    ),
  )

test(
  'what everyone saw happen is what they see when they come back, and lanes never leak',
  async () => {
    const who = fc.nat({ max: 4 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            who,
            act(
              desk.team,
              agents.map(({ id }) => id),
            ),
            fc.boolean(),
          ),
          { minLength: 5, maxLength: 30 },
        ),
        async (acts) => {
          // Thirty strangers of one address a minute are let in, and this may be thousands.
          await desk.redis.ask('DEL rate:visit-typed:127.0.0.1')
          const rita = await desk.requester('Rita')
          const chat = await rita.asks('It all began here')
          const people = [rita, ...agents]
          const first = await Promise.all(people.map((person) => person.ask('conversation:open', { conversation: chat })))
          const watchers = people.map((person) => observe(person, chat, person === rita ? 'requester' : 'agent'))

          // Some acts wait for the one before, and some come in the same moment.
          let before: Promise<unknown> = Promise.resolve()
          for (const [index, wanted, waits] of acts) {
            const person = [rita, ...agents, eve][index] ?? eve
            if (waits) await before
            before = person.does(chat, wanted).catch((error: { code?: string }) => expect(error.code).toBeDefined())
          }
          await before
          await settled(chat)

          const later = await Promise.all(people.map((person) => person.ask('conversation:open', { conversation: chat })))
          for (const [index, watcher] of watchers.entries()) {
            const [began, now] = [first[index] as Snapshot, later[index] as Snapshot]
            await eventually(() => watcher.numbers('public').length === lastPublic(now) - lastPublic(began))
            expect(watcher.stands(began.state)).toEqual(now.state)
            expect(watcher.numbers('public')).toEqual(range(lastPublic(began) + 1, lastPublic(now)))
          }
          seesNothingInternal(watchers[0]?.entries() ?? [], later[0] as Snapshot)
          await theTicketIsTheFold(chat)
          expect(eve.heard.filter(({ name }) => name === 'entries:added')).toEqual([])
          rita.leaves()
        },
      ),
      { numRuns: runs, endOnFailure: true },
    )
  },
  120_000 + runs * 1_000,
)

const lastPublic = ({ state }: Snapshot) =>
  'agedFrom' in state && typeof state.last === 'number' ? state.last : (state as Conversation).last.public
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)

/** Until the clock has logged what is over, so that nobody compares in the middle. */
const settled = (chat: string) =>
  eventually(async () => {
    const { rows } = await desk.pool.query<{ quiet: boolean }>(
      `select due_at is null or due_at > now() + interval '1 minute' or status in ('waiting', 'active', 'held') as quiet from conversations where id = $1`,
      [chat],
    )
    return rows[0]?.quiet === true
  })

function seesNothingInternal(heard: Entry[], { state, entries }: Snapshot) {
  expect([...heard, ...entries].filter(({ lane }) => lane !== 'public')).toEqual([])
  expect(JSON.stringify(state satisfies Conversation | Visible)).not.toContain('psst')
}

async function theTicketIsTheFold(chat: string) {
  const { state } = (await agents[0]?.ask('conversation:open', { conversation: chat })) ?? {}
  const everything = (await agents[0]?.ask('conversation:catch-up', { conversation: chat, public: 0, internal: 0 }))?.entries ?? []
  const ticket = inOneOrder(everything).reduce<Ticket | null>(evolveTicket, null)
  expect((state as Conversation).ticket).toEqual(ticket)
  for (const lane of ['public', 'internal'] as const) {
    const numbers = everything.filter((entry) => entry.lane === lane).map(({ seq }) => seq)
    expect(numbers).toEqual(range(1, (state as Conversation).last[lane]))
  }
  const { rows } = await desk.pool.query('select status, priority, resolution from tickets where conversation_id = $1', [chat])
  expect(rows).toEqual([{ status: ticket?.status, priority: ticket?.priority, resolution: ticket?.resolution }])
}
