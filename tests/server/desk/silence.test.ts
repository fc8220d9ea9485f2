import { expect, test } from '@jest/globals'
import { attentionOf } from '../../../shared/attention.ts'
import type { SilenceRules } from '../../../shared/silence.ts'
import { noSilenceRules } from '../../../shared/silence.ts'
import { ada, byRules, rita, serviceDesk } from '../../support/by-rules.ts'

/** Ada has answered Rita's question. */
function aTalk(silence: Partial<SilenceRules> = {}) {
  const talk = byRules({ [serviceDesk]: { routing: { silence: { ...noSilenceRules, ...silence } } } })
  talk.asks()
  talk.does(ada, { kind: 'take' })
  return talk
}

const requesterRules = { nudge: 300, hold: 600, close: 1800 }
const agentRules = { warn: 120, supervise: 240, requeue: 600 }

test('whose turn it is follows from who spoke last, and from what the agent says of it', () => {
  const talk = aTalk()
  const whose = () => talk.state().silence?.of
  expect(whose()).toBe('agent')
  expect(attentionOf(talk.state())).toBe('active')

  talk.says(ada, 'Is it plugged in?')
  expect(whose()).toBe('requester')
  expect(attentionOf(talk.state())).toBe('awaiting')
  talk.says(rita, 'Yes')
  expect(whose()).toBe('agent')

  talk.passes(60)
  talk.does(ada, { kind: 'await', of: 'requester' })
  expect(talk.state()).toMatchObject({ silence: { of: 'requester', since: '2026-01-05T09:01:00.000Z' }, unansweredSince: null })
  expect(talk.does(ada, { kind: 'await', of: 'requester' })).toEqual([])
  talk.does(ada, { kind: 'await', of: 'agent' })
  expect(talk.state()).toMatchObject({ silence: { of: 'agent' }, unansweredSince: '2026-01-05T09:01:00.000Z' })
  expect(() => talk.does(rita, { kind: 'await', of: 'agent' })).toThrow('not-allowed')
})

test('a chat rests for a reason that both know, until then or until the requester writes', () => {
  const talk = aTalk()
  talk.does(ada, { kind: 'hold', reason: 'The new screen comes at ten', until: '2026-01-05T10:00:00Z' })
  expect(talk.state()).toMatchObject({
    status: 'held',
    hold: { reason: 'The new screen comes at ten', until: '2026-01-05T10:00:00.000Z', silent: false },
  })
  expect(attentionOf(talk.state())).toBe('held')
  expect(talk.dueIn()).toBe(3600)
  talk.passes(3599)
  expect(talk.tick()).toEqual([])
  talk.passes(1)
  expect(talk.tick()).toEqual(['resumed'])
  expect(talk.state()).toMatchObject({ status: 'active', hold: null, silence: { of: 'agent' } })

  talk.does(ada, { kind: 'hold' })
  talk.says(rita, 'It came already')
  expect(talk.state()).toMatchObject({ status: 'active', hold: null, silence: { of: 'agent' } })
  expect(() => talk.does(ada, { kind: 'hold', until: '2026-01-05T08:00:00Z' })).toThrow('malformed')
})

test('a requester who stays silent is asked, then rests, then is let go; each once, and nothing of it where nobody set it', () => {
  const talk = aTalk(requesterRules)
  talk.says(ada, 'Is it plugged in?')
  expect(talk.dueIn()).toBe(300)
  talk.passes(300)
  expect(talk.tick()).toEqual(['nudged'])
  expect(talk.tick()).toEqual([])
  talk.passes(300)
  expect(talk.tick()).toEqual(['held'])
  expect(talk.state()).toMatchObject({ status: 'held', hold: { silent: true }, ticket: { status: 'on-hold' } })
  expect(talk.dueIn()).toBe(1200)
  talk.passes(1200)
  expect(talk.tick()).toEqual(['ended'])
  expect(talk.state()).toMatchObject({ status: 'ended', agent: ada.id, wrapsUp: true })
  expect(attentionOf(talk.state())).toBe('wrap-up')

  const other = aTalk()
  other.says(ada, 'Is it plugged in?')
  expect(other.dueIn()).toBeNull()
})

test('whoever answers is asked no more, and a chat that rested goes on', () => {
  const talk = aTalk(requesterRules)
  talk.says(ada, 'Is it plugged in?')
  talk.passes(600)
  talk.tick()
  talk.passes(600)
  talk.tick()
  expect(talk.state().status).toBe('held')
  talk.says(rita, 'Sorry, the phone rang')
  expect(talk.state()).toMatchObject({ status: 'active', hold: null, silence: { of: 'agent', reached: null } })
  expect(talk.dueIn()).toBeNull()
})

test('what an agent put on hold himself is not closed because nobody writes', () => {
  const talk = aTalk(requesterRules)
  talk.says(ada, 'I order a new one')
  talk.does(ada, { kind: 'hold', reason: 'Ordered' })
  expect(talk.dueIn()).toBeNull()
})

test('after a stop, nobody is let go before he was asked, and what comes late says so', () => {
  const talk = aTalk(requesterRules)
  talk.says(ada, 'Is it plugged in?')
  talk.passes(4 * 3600)
  expect(talk.tick()).toEqual(['nudged'])
  expect(talk.entries.at(-1)).toMatchObject({ kind: 'nudged', late: 4 * 3600 - 300 })
  expect(talk.tick()).toEqual([])
  expect(talk.dueIn()).toBe(300)
  talk.passes(300)
  talk.tick()
  expect(talk.entries.at(-1)).not.toHaveProperty('late')
})

test('an agent who does not answer is reminded, then those above him are, then the requester is back in line at his age', () => {
  const talk = aTalk(agentRules)
  talk.passes(120)
  expect(talk.tick()).toEqual(['warned'])
  expect(talk.entries.at(-1)).toMatchObject({ lane: 'internal', agent: ada.id, whom: 'agent' })
  talk.passes(120)
  expect(talk.tick()).toEqual(['warned'])
  expect(talk.entries.at(-1)).toMatchObject({ whom: 'supervisors' })
  talk.passes(60)
  talk.says(rita, 'Hello?')
  talk.passes(300)
  expect(talk.tick()).toEqual(['lost', 'queued'])
  expect(talk.state()).toMatchObject({ status: 'waiting', agent: null, waitingSince: '2026-01-05T09:00:00.000Z', silence: null })
  expect(talk.state().passedBy).toHaveProperty(ada.id)
  expect(talk.standing().wish).toBe('away')
})

test('wrap-up takes attention until it is wrapped up, each time anew', () => {
  const talk = aTalk()
  const attention = () => attentionOf(talk.state())
  talk.does(ada, { kind: 'end' })
  expect(attention()).toBe('wrap-up')
  talk.passes(121)
  expect(talk.tick()).toEqual(['logged'])
  expect(attention()).toBeNull()
  talk.does(ada, { kind: 'reopen' })
  expect(attention()).toBe('active')
  talk.does(ada, { kind: 'end' })
  expect(attention()).toBe('wrap-up')
  talk.does(ada, { kind: 'resolve', code: 'solved', resolution: 'Plugged it in' })
  expect(attention()).toBeNull()
})
