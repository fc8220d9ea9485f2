import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decide } from '../../../server/desk/decide.ts'
import type { ClockAct, DeskView, TeamRow } from '../../../server/desk/ports.ts'
import { rules } from '../../../server/desk/rules.ts'
import { type Conversation, evolve } from '../../../shared/conversation.ts'
import { type Entry, isPublic, laneOf } from '../../../shared/entry.ts'
import { usualGuard } from '../../../shared/guard.ts'
import { dutiesOf } from '../../../shared/hand-over.ts'
import { type Helping, type Requesting, theClock, type Who } from '../../../shared/people.ts'
import type { Act } from '../../../shared/protocol/conversation.ts'
import { defaultSettings } from '../../../shared/queue.ts'
import { Refused } from '../../../shared/refusal.ts'
import { routingFor } from '../../../shared/team-routing.ts'
import { evolveVisible, type Visible } from '../../../shared/visible.ts'

const [desk, network] = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002'] as const
const anAgent = (name: string, team: string, role: Helping['role'] = 'agent'): Helping => ({
  kind: 'agent',
  id: randomUUID(),
  name,
  role,
  teams: [team],
})
const rita: Requesting = { kind: 'requester', id: randomUUID(), name: 'Rita', email: null, verified: false }
const ada = anAgent('Ada', desk)
const ben = anAgent('Ben', desk)
const luis = anAgent('Luis', network)
const nina = anAgent('Nina', network)
const zoe = anAgent('Zoe', desk, 'supervisor')
const agents = [ada, ben, luis, nina, zoe]
const brief = { symptom: 'VPN drops', impact: '', environment: '', steps: '', ask: 'Which gateway?' }

/** One conversation under the rules alone, with people of two teams who are all here. */
function aTalk() {
  let at = Date.parse('2026-01-05T09:00:00Z')
  let state: Conversation | null = null
  const entries: Entry[] = []
  const conversation = randomUUID()
  const teams: TeamRow[] = [
    { id: desk, name: 'Service desk', tier: 1, open: true, topics: [] },
    { id: network, name: 'Network', tier: 2, open: true, topics: [] },
  ]
  const views = agents.map(({ kind: _, ...one }) => ({ ...one, disabled: false, here: true }))
  const view = (): DeskView => ({
    settings: defaultSettings,
    fields: [],
    teams,
    team: (id) => teams.find((one) => one.id === id) ?? null,
    routing: () => routingFor(null, defaultSettings),
    topic: () => null,
    agent: (id) => views.find((one) => one.id === id) ?? null,
    agents: () => views,
    category: () => null,
    attended: () => true,
    now: new Date(at),
    number: 1,
    standing: (agent) => ({ agent, capacity: 5, load: 0, wish: 'available', missed: 0 }),
    waitingIn: () => 0,
    openOf: () => ({ chat: null, messages: 0 }),
    digest: '0'.repeat(64),
    other: () => null,
    file: () => null,
    guide: () => null,
    guides: [],
    incidents: [],
    hasCategories: false,
    guard: usualGuard,
  })
  function does(who: Who, act: Act | ClockAct): Entry[] {
    const id = act.kind === 'open' ? conversation : randomUUID()
    const left: Entry[] = []
    let next = state
    for (const trace of decide(state, { conversation, who, act, id }, view())) {
      const lane = laneOf(trace)
      const seq = [...entries, ...left].filter((one) => one.lane === lane).length + 1
      const entry = { ...trace, lane, seq, at: new Date(at).toISOString(), by: who.id, act: id, after: 0 } as unknown as Entry
      const before = next
      next = evolve(before, entry)
      rules.checkMove(before, next)
      left.push(entry)
    }
    state = next
    entries.push(...left)
    return left
  }
  does(rita, { kind: 'open', topic: null, text: 'The VPN drops', entrance: 'line' })
  return {
    does,
    entries,
    state: () => state as Conversation,
    ticket: () => (state as Conversation).ticket,
    passes: (seconds: number) => {
      at += seconds * 1000
    },
    seen: () => entries.filter(isPublic).reduce<Visible | null>((visible, entry) => evolveVisible(visible, entry), null),
  }
}

function escalated(agent?: string) {
  const talk = aTalk()
  talk.does(ada, { kind: 'take' })
  talk.does(ada, { kind: 'escalate', team: network, brief, ...(agent && { agent }) })
  return talk
}
const kinds = (entries: Entry[]) => entries.map(({ kind }) => kind)

test('Ada sends the work on and keeps talking; Luis takes it, and Rita reads who does what', () => {
  const talk = escalated()
  expect(talk.ticket()).toMatchObject({ communicationOwner: ada.id, workOwner: null, escalation: { team: network, by: ada.id } })
  expect(talk.state()).toMatchObject({ status: 'active', agent: ada.id, team: desk })
  expect(talk.seen()?.work).toEqual({ name: 'Network', is: 'team' })
  expect(() => talk.does(ben, { kind: 'take-work' })).toThrow('not-owner')
  talk.does(luis, { kind: 'take-work' })
  expect(talk.does(luis, { kind: 'take-work' })).toEqual([])
  expect(() => talk.does(nina, { kind: 'take-work' })).toThrow('taken-by-other')
  expect(talk.ticket()).toMatchObject({ communicationOwner: ada.id, workOwner: luis.id })
  expect(talk.seen()?.work).toEqual({ name: 'Luis', is: 'agent' })
  const isSeen = JSON.stringify(talk.entries.filter(isPublic))
  expect(isSeen).not.toContain('Which gateway?')
})

test('Luis returns it with what is missing, and it is Ada’s again; nobody returns what is not his', () => {
  const talk = escalated()
  expect(() => talk.does(ben, { kind: 'return-work', missing: 'Since when?' })).toThrow('not-owner')
  talk.does(luis, { kind: 'take-work' })
  expect(() => talk.does(nina, { kind: 'return-work', missing: 'Since when?' })).toThrow('taken-by-other')
  expect(kinds(talk.does(luis, { kind: 'return-work', missing: 'Since when?' }))).toEqual(['work-returned', 'work-passed'])
  expect(talk.ticket()).toMatchObject({ communicationOwner: ada.id, workOwner: ada.id, escalation: null })
  expect(talk.seen()?.work).toBeNull()
  expect(() => talk.does(luis, { kind: 'take-work' })).toThrow('not-found')
})

test('what was sent by mistake is taken back as long as nobody has begun, and what was taken is put back', () => {
  const talk = escalated()
  talk.does(luis, { kind: 'take-work' })
  expect(() => talk.does(ada, { kind: 'recall-work' })).toThrow('taken-by-other')
  talk.does(luis, { kind: 'release-work' })
  expect(talk.ticket().workOwner).toBeNull()
  talk.does(ada, { kind: 'recall-work' })
  expect(talk.ticket()).toMatchObject({ workOwner: ada.id, escalation: null })
  expect(talk.does(ada, { kind: 'recall-work' })).toEqual([])
})

test('only who talks may send it on, with somebody who goes on talking, and not to himself', () => {
  const talk = aTalk()
  expect(() => talk.does(ada, { kind: 'escalate', team: network, brief })).toThrow('not-active')
  talk.does(ada, { kind: 'take' })
  expect(() => talk.does(rita, { kind: 'escalate', team: network, brief })).toThrow('not-allowed')
  expect(() => talk.does(ben, { kind: 'escalate', team: network, brief })).toThrow('not-owner')
  expect(() => talk.does(ada, { kind: 'escalate', team: desk, brief })).toThrow('own-team')
  expect(() => talk.does(ada, { kind: 'escalate', team: randomUUID(), brief })).toThrow('no-such-team')
  talk.does(ada, { kind: 'end' })
  talk.does(ada, { kind: 'transfer', to: { team: desk }, comment: '' })
  expect(() => talk.does(ada, { kind: 'escalate', team: network, brief })).toThrow('owner-needed')
})

test('Luis is asked into the chat as a chat is offered: he comes and has the work, or says no, or lets it go by', () => {
  const talk = escalated(luis.id)
  const asked = talk.ticket().escalation?.asked
  expect(asked).toMatchObject({ agent: luis.id })
  expect(() => talk.does(nina, { kind: 'accept', offer: asked?.id ?? '' })).toThrow('offer-over')
  expect(kinds(talk.does(luis, { kind: 'accept', offer: asked?.id ?? '' }))).toEqual(['ask-over', 'joined', 'work-passed'])
  expect(talk.state()).toMatchObject({ agent: ada.id, joined: [luis.id], ticket: { workOwner: luis.id, escalation: { asked: null } } })
  talk.does(luis, { kind: 'say', text: 'Hello Rita' })
  expect(talk.seen()?.joined).toMatchObject([{ name: 'Luis' }])

  const other = escalated(luis.id)
  other.does(luis, { kind: 'decline', offer: other.ticket().escalation?.asked?.id ?? '', reason: 'In a meeting' })
  expect(other.ticket()).toMatchObject({ workOwner: null, escalation: { team: network, asked: null } })
  other.does(ada, { kind: 'ask-in', agent: nina.id })
  other.passes(120)
  expect(kinds(other.does(theClock, { kind: 'tick' }))).toEqual(['ask-over'])
  expect(other.ticket().escalation).toMatchObject({ asked: null })
  expect(() => other.does(ada, { kind: 'ask-in', agent: ben.id })).toThrow('no-such-agent')
})

test('talk that is handed on leaves the work where it was sent', () => {
  const talk = escalated()
  talk.does(luis, { kind: 'take-work' })
  talk.does(ada, { kind: 'transfer', to: { agent: ben.id }, comment: '' })
  expect(talk.ticket()).toMatchObject({ communicationOwner: ben.id, workOwner: luis.id })
  talk.does(theClock, { kind: 'lose', agent: ben.id, why: 'gone' })
  expect(talk.ticket()).toMatchObject({ communicationOwner: null, workOwner: luis.id, escalation: { team: network } })
  talk.does(ada, { kind: 'take' })
  expect(talk.ticket()).toMatchObject({ communicationOwner: ada.id, workOwner: luis.id })
})

const anybody = fc.constantFrom(...agents)
const anAct = fc.oneof(
  fc.constant<Act>({ kind: 'take' }),
  fc.constant<Act>({ kind: 'take-over' }),
  fc.constant<Act>({ kind: 'take-work' }),
  fc.constant<Act>({ kind: 'release-work' }),
  fc.constant<Act>({ kind: 'recall-work' }),
  fc.constant<Act>({ kind: 'end' }),
  fc.constant<Act>({ kind: 'reopen' }),
  fc.constant<Act>({ kind: 'hold' }),
  fc.constant<Act>({ kind: 'resume' }),
  fc.constant<Act>({ kind: 'join' }),
  fc.constant<Act>({ kind: 'step-out' }),
  fc.constant<Act>({ kind: 'return-work', missing: 'Since when?' }),
  fc.constant<Act>({ kind: 'resolve', code: 'solved', resolution: 'New cable' }),
  fc.constantFrom(desk, network).map((team): Act => ({ kind: 'escalate', team, brief })),
  anybody.map(({ id }): Act => ({ kind: 'escalate', team: network, brief, agent: id })),
  anybody.map(({ id }): Act => ({ kind: 'ask-in', agent: id })),
  anybody.map(({ id }): Act => ({ kind: 'transfer', to: { agent: id }, comment: '' })),
  fc.constantFrom(desk, network).map((team): Act => ({ kind: 'transfer', to: { team }, comment: '' })),
  anybody.map(({ id }): ClockAct => ({ kind: 'hand-over', agent: id, line: 'Knows the printer' })),
)
const ofWork = ['escalate', 'ask-in', 'take-work', 'release-work', 'return-work', 'recall-work', 'accept', 'decline']

test('whatever people do in whatever order, one person talks to the requester, at most one has the work, and work never moves the talk', () => {
  const step = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(anybody, anAct) },
    { weight: 2, arbitrary: fc.tuple(anybody, fc.constantFrom('accept' as const, 'decline' as const)) },
    { weight: 1, arbitrary: fc.constantFrom('time' as const, 'lost' as const) },
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const talk = aTalk()
      for (const one of steps) {
        const before = talk.state()
        const done = tried(talk, one)
        const { status, agent, joined, ticket } = talk.state()
        if (status === 'active' || status === 'held') {
          expect(ticket.communicationOwner).not.toBeNull()
          expect(ticket.communicationOwner).toBe(agent)
        }
        if (status === 'waiting') expect(ticket.communicationOwner).toBeNull()
        if (ticket.communicationOwner && !ticket.escalation) expect(ticket.workOwner).not.toBeNull()
        if (done && ofWork.includes(done)) {
          expect([ticket.communicationOwner, agent, status]).toEqual([before.ticket.communicationOwner, before.agent, before.status])
        }
        if (done === 'hand-over' && typeof one !== 'string' && typeof one[1] !== 'string') expectHandedOver(talk, one[0], one[1])
        expect(joined).not.toContain(agent)
        expect(talk.seen()?.work?.name ?? null).toBe(nameOfWork(ticket))
      }
    }),
    { numRuns: 300 },
  )
})

/**
 * Whoever gave it owes nothing any more, a second time leaves nothing (who was let in as its owner alone may not even see it now), and
 * the requester reads nothing of what was said of him.
 */
function expectHandedOver(talk: ReturnType<typeof aTalk>, giver: Helping, act: Act | ClockAct) {
  expect(dutiesOf(giver.id, talk.state())).toEqual([])
  const left = talk.entries.length
  tried(talk, [giver, act])
  expect(talk.entries).toHaveLength(left)
  expect(JSON.stringify(talk.entries.filter(isPublic))).not.toContain('Knows the printer')
}

function tried(
  talk: ReturnType<typeof aTalk>,
  one: 'time' | 'lost' | readonly [Helping, Act | ClockAct | 'accept' | 'decline'],
): string | null {
  try {
    if (one === 'time') {
      talk.passes(90)
      talk.does(theClock, { kind: 'tick' })
      return 'tick'
    }
    if (one === 'lost') {
      const { agent } = talk.state()
      if (agent) talk.does(theClock, { kind: 'lose', agent, why: 'gone' })
      return 'lose'
    }
    const [who, act] = one
    const offer = talk.ticket().escalation?.asked?.id ?? randomUUID()
    const wanted: Act | ClockAct =
      act === 'accept' ? { kind: 'accept', offer } : act === 'decline' ? { kind: 'decline', offer, reason: 'No' } : act
    talk.does(who, wanted)
    return wanted.kind
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return null
  }
}

function nameOfWork({ escalation, workOwner }: Conversation['ticket']) {
  if (!escalation) return null
  return agents.find(({ id }) => id === workOwner)?.name ?? 'Network'
}
