import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { IncidentAtHand } from '../../../../server/desk/ports.ts'
import { isOpenTicket, settled, shownTargets, standstillOf, type Timing, termsOf } from '../../../../server/desk/tickets/target-terms.ts'
import { type Hours, isOpen } from '../../../../server/desk/time/hours.ts'
import type { Conversation } from '../../../../shared/conversation.ts'
import type { Helping, Requesting } from '../../../../shared/people.ts'
import type { Act } from '../../../../shared/protocol/conversation.ts'
import { defaultSettings } from '../../../../shared/queue.ts'
import { Refused } from '../../../../shared/refusal.ts'
import { nextDue, noTargets, type Target, type TargetMinutes, type TargetRules } from '../../../../shared/target.ts'
import { routingFor } from '../../../../shared/team-routing.ts'
import { ada, byRules, network, rita, serviceDesk } from '../../../support/by-rules.ts'
import { runs } from '../../../support/chance.ts'

const office = [['08:00', '17:00']] as const
/** On the Monday on which Rita asks it is ten o'clock in Berlin. */
const hours: Hours = { zone: 'Europe/Berlin', days: { mon: office, tue: office, wed: office, thu: office, fri: office }, closed: [] }
const minutes = (first: number, next: number | null, resolution: number): TargetMinutes => ({ first, next, resolution })
const rules: TargetRules = {
  ...noTargets,
  priorities: { ...noTargets.priorities, 1: minutes(5, 5, 60), 3: minutes(15, 10, 240), 4: minutes(30, 15, 480) },
}

type Teams = NonNullable<Parameters<typeof byRules>[0]>

function aTalk(targets: TargetRules | null = rules, others: Teams = {}, incidents: IncidentAtHand[] = []) {
  const talk = byRules({ [serviceDesk]: { routing: { targets }, hours }, ...others }, { incidents })
  talk.asks()
  const timing = (): Timing => ({
    routing: (team) => ({ ...routingFor(talk.teams[team]?.routing ?? null, defaultSettings), hours: talk.teams[team]?.hours ?? null }),
  })
  const shown = () => shownTargets(talk.state(), timing())
  return {
    ...talk,
    timing,
    shown,
    of: (target: Target) => shown().find((one) => one.target === target),
    due: () => nextDue(shown())?.due?.slice(0, 16),
    takes: () => talk.does(ada, { kind: 'take' }),
    ticks: () => talk.tick(),
  }
}
const told = (talk: ReturnType<typeof aTalk>) => talk.entries.flatMap((one) => (one.kind === 'target-missed' ? [one.target] : []))

test('the first answer, each later one and the solution have their times, and each is met by what answers it', () => {
  const talk = aTalk()
  expect(talk.due()).toBe('2026-01-05T09:30')
  expect(talk.of('resolution')?.due).toBe('2026-01-06T08:00:00.000Z')
  talk.takes()
  talk.passes(600)
  expect(talk.of('first')?.met).toBeNull()
  talk.says(ada, 'Is it plugged in?')
  expect(talk.of('first')?.met).toBe('2026-01-05T09:10:00.000Z')
  expect(talk.of('next')).toBeUndefined()
  talk.passes(600)
  talk.says(rita, 'Yes')
  expect(talk.due()).toBe('2026-01-05T09:35')
  talk.passes(60)
  talk.says(rita, 'It blinks')
  expect(talk.due()).toBe('2026-01-05T09:35')
  talk.says(ada, 'Turn it off')
  expect(talk.of('next')?.met).toBe('2026-01-05T09:21:00.000Z')
  talk.does(ada, { kind: 'end' })
  talk.does(ada, { kind: 'resolve', code: 'solved', resolution: 'Turned off and on' })
  expect(talk.of('resolution')).toMatchObject({ met: '2026-01-05T09:21:00.000Z', missed: null, due: null })
  talk.passes(30 * 86_400)
  expect(told(talk)).toEqual([])
})

test('news for many is no answer to Rita, who waits for one of her own', () => {
  const incident = {
    id: 'vpn',
    title: 'No VPN',
    text: '',
    nextBy: null,
    team: null,
    topics: [],
    sites: [],
    edition: 0,
    declaredAt: '',
    changedAt: '',
  }
  const talk = aTalk(rules, {}, [incident])
  talk.takes()
  talk.does(ada, { kind: 'join-incident', incident: 'vpn' })
  const news = { incident: 'vpn', title: 'No VPN', agent: ada.id, name: 'Ada', isLast: false, reopens: false }
  talk.passes(600)
  talk.does(ada, { kind: 'bring-news', edition: 1, text: 'A cable is cut.', ...news })
  expect(talk.of('first')?.met).toBeNull()
  talk.passes(60)
  talk.says(ada, 'Hello Rita')
  expect(talk.of('first')?.met).toBe('2026-01-05T09:11:00.000Z')
})

test('its owner is warned while a fifth of the time is left, and that it was missed is said once', () => {
  const talk = aTalk()
  expect(talk.dueIn()).toBe(24 * 60)
  talk.passes(24 * 60)
  expect(talk.ticks()).toEqual(['target-near'])
  expect(talk.ticks()).toEqual([])
  talk.passes(6 * 60)
  expect(talk.ticks()).toEqual(['target-missed'])
  expect(talk.entries.at(-1)).toMatchObject({ lane: 'internal', target: 'first', until: '2026-01-05T09:30:00.000Z' })
  expect(talk.ticks()).toEqual([])
  talk.takes()
  talk.says(ada, 'Sorry')
  expect(talk.of('first')).toMatchObject({ missed: '2026-01-05T09:30:00.000Z', met: '2026-01-05T09:30:00.000Z' })
  expect(told(talk)).toEqual(['first'])
})

test('an answer that comes before the clock is told is late all the same', () => {
  const talk = aTalk()
  talk.takes()
  talk.passes(31 * 60)
  talk.says(ada, 'Sorry')
  expect(talk.dueIn()).toBe(-60)
  expect(talk.ticks()).toEqual(['target-missed'])
  expect(talk.entries.at(-1)).toMatchObject({ target: 'first', late: 60 })
  expect(talk.ticks()).toEqual([])
})

test('time rests on hold, and the time to the solution while Rita is to speak; neither is lost', () => {
  const talk = aTalk()
  talk.takes()
  talk.passes(600)
  talk.does(ada, { kind: 'hold', reason: 'I fetch a cable' })
  expect(talk.of('first')).toMatchObject({ due: null, stands: 'on-hold', left: 20 * 60_000 })
  expect(talk.due()).toBeUndefined()
  talk.passes(3600)
  talk.does(ada, { kind: 'resume' })
  expect(talk.of('first')?.due).toBe('2026-01-05T10:30:00.000Z')
  talk.says(ada, 'Here it is. Does it work?')
  expect(talk.of('resolution')).toMatchObject({ stands: 'requester', left: (480 - 10) * 60_000 })
  talk.passes(86_400)
  talk.says(rita, 'No')
  expect(talk.of('resolution')?.due).toBe('2026-01-07T09:00:00.000Z')
})

test('where it does not rest with Rita, and round the clock, every minute counts', () => {
  const talk = aTalk({ ...rules, counted: 'always', restsWithRequester: false })
  talk.takes()
  talk.says(ada, 'Does it work?')
  expect(talk.of('resolution')).toMatchObject({ due: '2026-01-05T17:00:00.000Z', stands: null })
})

test('another priority, another team and other settings count from now on; what has gone by stays counted', () => {
  const talk = aTalk(rules, { [network]: { routing: { targets: { ...rules, counted: 'always' } } } })
  talk.takes()
  talk.passes(600)
  talk.does(ada, { kind: 'classify', impact: 'high', urgency: 'high' })
  expect(talk.of('first')).toMatchObject({ missed: null, due: '2026-01-05T09:10:00.000Z' })
  talk.ticks()
  expect(told(talk)).toEqual(['first'])
  talk.does(ada, { kind: 'classify', impact: 'low', urgency: 'medium' })
  expect(talk.of('first')?.missed).toBe('2026-01-05T09:10:00.000Z')
  expect(talk.of('resolution')?.due).toBe('2026-01-06T08:00:00.000Z')
  talk.does(ada, { kind: 'transfer', to: { team: network }, comment: '' })
  expect(talk.of('resolution')?.due).toBe('2026-01-05T17:00:00.000Z')
  talk.teams[network] = {
    routing: { targets: { ...rules, counted: 'always', priorities: { ...rules.priorities, 4: minutes(30, null, 60) } } },
  }
  expect(talk.of('resolution')?.due).toBe('2026-01-05T10:00:00.000Z')
})

test('a team that is closed for good has no due time, and says so', () => {
  const talk = aTalk()
  talk.teams[serviceDesk] = { routing: { targets: rules }, hours: { ...hours, days: {} } }
  expect(talk.of('first')).toMatchObject({ due: null, stands: 'never-open' })
  expect(talk.dueIn()).toBeNull()
})

test('whoever leaves ends every clock, and a reopened ticket goes on where it was', () => {
  const gone = aTalk()
  gone.does(rita, { kind: 'leave' })
  expect(gone.shown()).toEqual([])

  const talk = aTalk()
  talk.takes()
  talk.passes(3600)
  talk.says(ada, 'Done')
  talk.does(ada, { kind: 'end' })
  talk.does(ada, { kind: 'resolve', code: 'solved', resolution: 'Done' })
  talk.passes(3600)
  talk.does(rita, { kind: 'reopen' })
  expect(talk.of('resolution')).toMatchObject({ met: null, due: '2026-01-06T09:00:00.000Z' })
  expect(talk.of('first')?.missed).toBe('2026-01-05T09:30:00.000Z')
})

test('a ticket that was there before the targets counts from the next thing that happens to it', () => {
  const talk = aTalk(null)
  talk.takes()
  talk.says(ada, 'Hello')
  talk.passes(60)
  talk.says(rita, 'Hello?')
  expect(talk.state().clocks).toBeUndefined()
  talk.teams[serviceDesk] = { routing: { targets: rules }, hours }
  expect(talk.shown()).toEqual([])
  talk.passes(3600)
  talk.does(ada, { kind: 'note', text: 'Still there' })
  expect(talk.of('first')).toBeUndefined()
  expect(talk.due()).toBe('2026-01-05T10:16')
})

const acts = fc.constantFrom<{ who: Helping | Requesting; act: Act }>(
  { who: ada, act: { kind: 'take' } },
  { who: ada, act: { kind: 'say', text: 'Try this' } },
  { who: rita, act: { kind: 'say', text: 'It does not help' } },
  { who: ada, act: { kind: 'hold', reason: 'A moment' } },
  { who: ada, act: { kind: 'resume' } },
  { who: ada, act: { kind: 'await', of: 'requester' } },
  { who: ada, act: { kind: 'await', of: 'agent' } },
  { who: ada, act: { kind: 'end' } },
  { who: ada, act: { kind: 'resolve', code: 'solved', resolution: 'Solved' } },
  { who: rita, act: { kind: 'reopen' } },
  { who: ada, act: { kind: 'progress', status: 'on-hold' } },
  { who: ada, act: { kind: 'progress', status: 'in-progress' } },
)

test('whatever people do, the time to the solution is what the clock on the wall counted, minute by minute', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ step: acts, minutes: fc.nat(600), ticks: fc.boolean() }), { maxLength: 20 }), (steps) => {
      const talk = aTalk()
      let now = Date.parse('2026-01-05T09:00:00Z')
      let counted = 0
      let missed: number | null = null
      const passes = (minutes: number) => {
        const runsNow = isOpenTicket(talk.state()) && standstillOf(talk.state(), 'resolution', { rules }) === null
        for (let minute = 0; minute < minutes; minute++, now += 60_000) {
          if (runsNow && isOpen(hours, new Date(now))) counted++
          if (runsNow && counted === 480) missed ??= now + 60_000
        }
        talk.passes(minutes * 60)
      }
      for (const { step, minutes, ticks } of steps) {
        passes(minutes)
        if (ticks) for (let more = 0; more < 5; more++) talk.ticks()
        try {
          talk.does(step.who, step.act)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
        }
      }
      passes(0)
      for (let more = 0; more < 5; more++) talk.ticks()
      const clock = talk.state().clocks?.resolution
      if (!clock) throw new Error('No clock')
      expect(usedBy(talk.state(), now, talk.timing())).toBe(counted * 60_000)
      expect(clock.missed ?? null).toBe(missed === null ? null : new Date(missed).toISOString())
      expect(told(talk).filter((target) => target === 'resolution')).toHaveLength(missed === null ? 0 : 1)
    }),
    { numRuns: runs * 4 },
  )
})

function usedBy(state: Conversation, now: number, timing: Timing) {
  const clock = state.clocks?.resolution
  return clock && settled(clock, 'resolution', state, new Date(now).toISOString(), termsOf(serviceDesk, timing)).used
}
