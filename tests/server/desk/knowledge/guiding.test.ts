import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { visibleFrom } from '../../../../server/desk/tickets/transcript.ts'
import { type Entry, isPublic } from '../../../../shared/entry.ts'
import type { Who } from '../../../../shared/people.ts'
import type { Act } from '../../../../shared/protocol/conversation.ts'
import { Refused } from '../../../../shared/refusal.ts'
import { noSilenceRules } from '../../../../shared/silence.ts'
import { ada, byRules, rita, serviceDesk } from '../../../support/by-rules.ts'
import { aGuide, aStep } from '../../../support/guides.ts'
import { codeOf } from '../../../support/refused.ts'

const vpn = randomUUID()
const inside = randomUUID()
const guides = [
  { id: vpn, edition: 3, content: aGuide() },
  { id: inside, edition: 1, content: aGuide({ name: 'Only with an agent', alone: false, steps: [aStep('one')] }) },
]

/** Ada has taken Rita's chat. */
function aTalk() {
  const talk = byRules({ [serviceDesk]: {} }, { guides })
  talk.asks('The VPN is down')
  talk.does(ada, { kind: 'take' })
  const run = () => talk.state().guide ?? fail()
  return {
    ...talk,
    run,
    starts: (guide = vpn, who: Who = ada) => talk.does(who, { kind: 'start-guide', guide }),
    answers: (who: Who, answer: 'done' | 'did-not-help' | 'cannot' | { choice: string }) =>
      talk.does(who, { kind: 'answer-step', run: run().id, turn: run().turn, answer }),
    steps: () =>
      (talk.state().ticket.steps ?? []).map(({ what, outcome, answer, by }) => [what, answer ?? outcome, by === ada.id ? 'Ada' : 'Rita']),
  }
}

function fail(): never {
  throw new Error('No guide runs')
}

test('Rita goes through a guide, Ada does a step for her, and the ticket holds each step in order', () => {
  const talk = aTalk()
  talk.starts()
  expect(talk.run()).toMatchObject({ guide: vpn, edition: 3, at: 'restart', turn: 0 })
  talk.answers(rita, 'did-not-help')
  talk.answers(rita, { choice: 'red' })
  talk.answers(ada, 'done')

  expect(talk.state().guide).toBeNull()
  expect(talk.entries.slice(-2)).toMatchObject([
    { kind: 'step-taken', step: 'log', next: null },
    { kind: 'guide-ended', how: 'escalate' },
  ])
  expect(talk.steps()).toEqual([
    ['Try restart', 'did-not-help', 'Rita'],
    ['Try lamp', 'It is red', 'Rita'],
    ['Try log', 'done', 'Ada'],
  ])
})

test('the same answer of a second tab is one step, and another one comes too late', () => {
  const talk = aTalk()
  talk.starts()
  const first = { kind: 'answer-step', run: talk.run().id, turn: 0 } as const
  talk.does(rita, { ...first, answer: 'did-not-help' })

  expect(talk.does(rita, { ...first, answer: 'did-not-help' })).toEqual([])
  expect(codeOf(() => talk.does(ada, { ...first, answer: 'done' }))).toBe('step-over')
  expect(talk.steps()).toHaveLength(1)
})

test('another answer of the step’s own from a second tab comes too late as well', () => {
  const talk = aTalk()
  talk.starts()
  talk.answers(rita, 'did-not-help')
  const place = { kind: 'answer-step', run: talk.run().id, turn: 1 } as const
  talk.does(rita, { ...place, answer: { choice: 'red' } })

  expect(talk.does(rita, { ...place, answer: { choice: 'red' } })).toEqual([])
  expect(codeOf(() => talk.does(rita, { ...place, answer: { choice: 'green' } }))).toBe('step-over')
})

test('a chat that rests goes on when Rita takes a step, goes back, or says that she is stuck', () => {
  const talk = aTalk()
  talk.starts()
  const rests = () => talk.does(ada, { kind: 'hold', reason: 'I look something up' })
  rests()
  talk.answers(ada, 'did-not-help')
  expect(talk.state().status).toBe('held')
  talk.answers(rita, 'cannot')
  expect(talk.state()).toMatchObject({ status: 'active', hold: null, silence: { of: 'requester' } })
  rests()
  talk.does(rita, { kind: 'step-back', run: talk.run().id, turn: 2 })
  expect(talk.state()).toMatchObject({ status: 'active', silence: { of: 'requester' } })
  rests()
  talk.does(rita, { kind: 'be-stuck', run: talk.run().id, turn: 3, text: '' })
  expect(talk.state()).toMatchObject({ status: 'active', silence: { of: 'agent' } })
})

test('whoever is at a step of ten minutes is not asked after two whether he is still there', () => {
  const long = { id: randomUUID(), edition: 1, content: aGuide({ steps: [aStep('backup', { minutes: 10 }), aStep('restart')] }) }
  const talk = byRules({ [serviceDesk]: { routing: { silence: { ...noSilenceRules, nudge: 120, close: 300 } } } }, { guides: [long] })
  talk.asks('The VPN is down')
  talk.does(ada, { kind: 'take' })
  talk.does(ada, { kind: 'start-guide', guide: long.id })
  expect(talk.dueIn()).toBe(10 * 60 + 120)
  talk.passes(10 * 60 + 120)
  expect(talk.tick()).toEqual(['nudged'])
  expect(talk.dueIn()).toBe(180)
  talk.does(rita, { kind: 'answer-step', run: talk.state().guide?.id ?? '', turn: 0, answer: 'cannot' })
  expect(talk.dueIn()).toBe(120)
})

test('back takes the last answer back, and it is not on the ticket twice', () => {
  const talk = aTalk()
  talk.starts()
  talk.answers(rita, 'did-not-help')
  talk.does(rita, { kind: 'step-back', run: talk.run().id, turn: 1 })
  expect(talk.run()).toMatchObject({ at: 'restart', turn: 2, trail: [] })
  expect(codeOf(() => talk.does(rita, { kind: 'step-back', run: talk.run().id, turn: 2 }))).toBe('impossible-now')
  talk.answers(rita, 'cannot')
  expect(talk.steps()).toEqual([['Try restart', 'cannot', 'Rita']])
})

test('Ada leaves a step out and puts one of her own in; Rita says that she is stuck, and it is Ada’s turn', () => {
  const talk = aTalk()
  talk.starts()
  talk.does(ada, { kind: 'skip-step', run: talk.run().id, turn: 0, reason: 'Done on the phone' })
  talk.does(ada, { kind: 'add-step', run: talk.run().id, turn: 1, title: 'Look at the cable', text: '', command: '' })
  expect(talk.run()).toMatchObject({ at: 'own-1', turn: 2 })
  talk.does(rita, { kind: 'be-stuck', run: talk.run().id, turn: 2, text: 'Which cable?' })
  expect(talk.state()).toMatchObject({
    guide: { stuck: { text: 'Which cable?' } },
    silence: { of: 'agent' },
    unansweredSince: expect.any(String),
  })
  talk.answers(ada, 'done')

  expect(talk.run()).toMatchObject({ at: 'lamp', stuck: null })
  expect(talk.steps()).toEqual([
    ['Try restart', 'Done on the phone', 'Ada'],
    ['Look at the cable', 'done', 'Ada'],
  ])
})

test('who may do what: strangers, requesters and agents without the chat', () => {
  const talk = aTalk()
  expect(codeOf(() => talk.starts(inside, rita))).toBe('no-such-guide')
  expect(codeOf(() => talk.starts(randomUUID()))).toBe('no-such-guide')
  talk.starts()
  const place = { run: talk.run().id, turn: 0 }
  const eve = { ...ada, id: randomUUID(), name: 'Eve' }
  expect(codeOf(() => talk.does(eve, { kind: 'answer-step', ...place, answer: 'done' }))).toBe('not-owner')
  expect(codeOf(() => talk.does({ ...rita, id: randomUUID() }, { kind: 'answer-step', ...place, answer: 'done' }))).toBe('not-found')
  expect(codeOf(() => talk.does(rita, { kind: 'skip-step', ...place, reason: 'no' }))).toBe('not-allowed')
  expect(codeOf(() => talk.does(rita, { kind: 'stop-guide', run: place.run }))).toBe('not-allowed')
  expect(codeOf(() => talk.starts(vpn, rita))).toBe('guide-runs')
  expect(codeOf(() => talk.does(rita, { kind: 'answer-step', ...place, answer: { choice: 'red' } }))).toBe('malformed')
  talk.starts(inside)
  expect(codeOf(() => talk.does(rita, { kind: 'answer-step', ...place, answer: 'done' }))).toBe('guide-over')
})

test('Rita goes through a guide while she waits: what helped closes her ticket, and what did not is there when Ada comes', () => {
  const alone = byRules({ [serviceDesk]: {} }, { guides })
  alone.asks('The VPN is down')
  const [begun] = alone.does(rita, { kind: 'start-guide', guide: vpn })
  if (begun?.kind !== 'guide-started') throw new Error('Nothing began')
  alone.does(rita, { kind: 'answer-step', run: begun.run, turn: 0, answer: 'did-not-help' })
  alone.does(ada, { kind: 'take' })
  expect(alone.state()).toMatchObject({ guide: { at: 'lamp' }, ticket: { steps: [{ what: 'Try restart', outcome: 'did-not-help' }] } })

  const solved = byRules({ [serviceDesk]: {} }, { guides })
  solved.asks('The VPN is down')
  const [first] = solved.does(rita, { kind: 'start-guide', guide: vpn })
  if (first?.kind !== 'guide-started') throw new Error('Nothing began')
  solved.does(rita, { kind: 'answer-step', run: first.run, turn: 0, answer: 'done' })
  expect(solved.state()).toMatchObject({
    status: 'ended',
    guide: null,
    ticket: { status: 'resolved', code: 'solved', resolution: 'VPN: cannot connect: Try restart', steps: [{ outcome: 'done' }] },
  })
  expect(solved.does(rita, { kind: 'reopen' }).map(({ kind }) => kind)).toContain('reopened')
})

test('a requester does not fill his timeline with guides', () => {
  const talk = byRules({ [serviceDesk]: {} }, { guides })
  talk.asks('The VPN is down')
  for (let turn = 0; turn < 20; turn++) talk.does(rita, { kind: 'start-guide', guide: vpn })
  expect(codeOf(() => talk.does(rita, { kind: 'start-guide', guide: vpn }))).toBe('impossible-now')
})

test('a guide goes on where the chat goes, and is over with it', () => {
  const talk = aTalk()
  talk.starts()
  talk.does(ada, { kind: 'transfer', to: { team: serviceDesk }, comment: '' })
  talk.answers(rita, 'did-not-help')
  expect(talk.run().at).toBe('lamp')
  talk.does(ada, { kind: 'take' })
  talk.does(rita, { kind: 'end' })
  expect(talk.state().guide).toBeNull()
  expect(talk.steps()).toHaveLength(1)
})

test('a step in one’s own words is taken back, and no other', () => {
  const talk = aTalk()
  talk.starts()
  talk.answers(rita, 'did-not-help')
  talk.does(ada, { kind: 'log-step', what: 'Reset the account', outcome: 'done' })
  talk.does(ada, { kind: 'log-step', what: 'Rang the gateway team', outcome: 'did-not-help' })
  const [, reset] = talk.state().ticket.steps ?? []
  const back = { kind: 'unlog-step', tried: reset?.tried ?? 0 } as const
  expect(talk.does(ada, back)).toMatchObject([{ kind: 'untried', lane: 'internal' }])
  expect(talk.does(ada, back)).toEqual([])
  expect(talk.steps().map(([what]) => what)).toEqual(['Try restart', 'Rang the gateway team'])
})

/** What a person tries on a device that may have fallen behind by some moves, as after a reload or in a second tab. */
const deed = fc.record({
  by: fc.constantFrom('ada', 'rita'),
  behind: fc.constantFrom(0, 0, 0, 1, 2),
  what: fc.constantFrom('done', 'did-not-help', 'cannot', 'red', 'green', 'back', 'skip', 'add', 'stuck', 'stop', 'start', 'say'),
  twice: fc.boolean(),
})

test('whatever both sides do, on devices that are up to date or not: the run is its fold, and each step stands on the ticket once', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
      const talk = aTalk()
      talk.starts()
      for (const { by, behind, what, twice } of deeds) {
        const run = talk.state().guide
        const place = { run: run?.id ?? randomUUID(), turn: Math.max(0, (run?.turn ?? 0) - behind) }
        const act = actOf(what, place)
        const who = by === 'ada' ? ada : rita
        const left = tried(() => talk.does(who, act))
        if (twice && act.kind === 'answer-step') expect(tried(() => talk.does(who, act))).toEqual([])
        // Only what was done where the guide stands moves it.
        if (run && 'turn' in act && act.turn !== run.turn) expect(left).toEqual([])
        holds(talk.entries, talk.state())
      }
    }),
    { numRuns: 300 },
  )
})

function tried(act: () => Entry[]): Entry[] {
  try {
    return act()
  } catch (error) {
    if (error instanceof Refused) return []
    throw error
  }
}

function actOf(what: string, place: { run: string; turn: number }): Act {
  switch (what) {
    case 'done':
    case 'did-not-help':
    case 'cannot':
      return { kind: 'answer-step', ...place, answer: what }
    case 'red':
    case 'green':
      return { kind: 'answer-step', ...place, answer: { choice: what } }
    case 'back':
      return { kind: 'step-back', ...place }
    case 'skip':
      return { kind: 'skip-step', ...place, reason: 'no need' }
    case 'add':
      return { kind: 'add-step', ...place, title: 'One more', text: '', command: '' }
    case 'stuck':
      return { kind: 'be-stuck', ...place, text: '' }
    case 'stop':
      return { kind: 'stop-guide', run: place.run }
    case 'start':
      return { kind: 'start-guide', guide: vpn }
    default:
      return { kind: 'say', text: 'Hello' }
  }
}

/** Told by a second, simpler way of counting: what was taken and not taken back. */
function holds(entries: Entry[], { guide = null, ticket }: ReturnType<ReturnType<typeof byRules>['state']>) {
  const standing: { run: string; what: string }[] = []
  let running: string | null = null
  for (const entry of entries) {
    if (entry.kind === 'guide-started') running = entry.run
    if (entry.kind === 'guide-ended') running = null
    if (entry.kind === 'step-taken') {
      expect(entry.run).toBe(running)
      standing.push({ run: entry.run, what: entry.body?.title ?? '' })
    }
    if (entry.kind === 'step-back') standing.pop()
  }
  expect((ticket.steps ?? []).map(({ run, what }) => ({ run, what }))).toEqual(standing)
  expect(guide?.id ?? null).toBe(running)
  expect((guide?.trail ?? []).map(({ title }) => title)).toEqual(standing.filter(({ run }) => run === running).map(({ what }) => what))
  if (guide) expect(guide.content.steps.map(({ id }) => id)).toContain(guide.at)
  const seen = entries.filter(isPublic)
  expect(visibleFrom(seen, seen.length)?.guide).toEqual(guide)
}
