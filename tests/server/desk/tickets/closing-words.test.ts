import { expect, test } from '@jest/globals'
import { closingOf } from '../../../../server/desk/tickets/closing-words.ts'
import type { Entry, PublicTrace } from '../../../../shared/entry.ts'

const [rita, ada, clock] = ['rita', 'ada', 'clock']

const opened = (subject: string): [string, PublicTrace] => [
  rita,
  {
    ...{ kind: 'opened', number: 1, team: 't', topic: null, channel: 'chat', requester: rita, verified: true, entrance: 'line' },
    body: { name: 'Rita', email: null, subject },
  },
]
const says = (by: string, text: string): [string, PublicTrace] => [by, { kind: 'said', body: { text } }]
const closing = (...traces: [string, PublicTrace][]) =>
  closingOf(
    traces.map(([by, trace], seq): Entry => ({ ...trace, by, seq: seq + 1, lane: 'public', at: '2026-11-22T09:00:00.000Z' })),
    rita,
  )

test('what an agent told Rita last is what may have solved it: no question, no courtesy', () => {
  const asked = [opened('My VPN is gone'), says(rita, 'My VPN is gone')]
  const helped = [...asked, says(ada, 'Your certificate had run out, I renewed it.'), says(ada, 'Does it work now?')]
  const solved = {
    code: { is: 'solved', why: 'answered' },
    resolution: { text: 'Your certificate had run out, I renewed it.', why: 'said' },
  }
  expect(closing(...helped, says(rita, 'Yes, thanks!'), says(ada, 'You’re welcome, have a nice day!'))).toMatchObject(solved)
  expect(closing(...helped, says(rita, 'Ja'), says(ada, 'Sehr gern. Einen schönen Tag noch!'))).toMatchObject(solved)
  expect(closing(...asked, says(ada, 'Hello Rita, what do you see?'))).toMatchObject({ code: null, resolution: null })
})

test('whoever was asked whether he is there, and wrote nothing any more, gave no answer', () => {
  const talk = [opened('My VPN is gone'), says(ada, 'Restart the client, please.')]
  const nudged: [string, PublicTrace] = [clock, { kind: 'nudged' }]
  expect(closing(...talk, nudged, [clock, { kind: 'ended', why: 'silent' }]).code).toEqual({ is: 'no-answer', why: 'silent' })
  expect(closing(...talk, nudged, [ada, { kind: 'ended', why: 'agent' }]).code).toEqual({ is: 'no-answer', why: 'silent' })
  expect(closing(...talk, nudged, says(rita, 'Now it works')).code).toEqual({ is: 'solved', why: 'answered' })
})

test('whoever goes on with a guide, or says how it was, has answered', () => {
  const talk: [string, PublicTrace][] = [opened('My VPN is gone'), [clock, { kind: 'nudged' }]]
  const took: [string, PublicTrace] = [
    rita,
    { kind: 'step-taken', run: 'run', step: 'one', outcome: 'done', next: null, body: { title: 'Restart it' } },
  ]
  const solved: [string, PublicTrace] = [rita, { kind: 'guide-ended', run: 'run', how: 'solved' }]
  expect(closing(...talk, took, solved, [ada, { kind: 'ended', why: 'agent' }])).toMatchObject({
    code: { is: 'solved' },
    resolution: { text: 'Restart it', why: 'step' },
  })
})

test('a reopening begins anew', () => {
  const before = [opened('Mail'), says(ada, 'I raised your quota.'), [ada, { kind: 'ended', why: 'agent' }] satisfies [string, PublicTrace]]
  expect(closing(...before, [rita, { kind: 'reopened' }], says(rita, 'Still full'))).toMatchObject({ code: null, resolution: null })
})

test('a ticket that is called by a greeting gets the first line that tells something', () => {
  expect(closing(opened('Hello!'), says(rita, 'Hello!'), says(rita, 'Good morning,\nthe scanner does not scan')).subject).toBe(
    'the scanner does not scan',
  )
  expect(closing(opened('Guten Tag'), says(rita, 'Guten Tag')).subject).toBeNull()
  expect(closing(opened('The scanner'), says(rita, 'The scanner')).subject).toBeNull()
  expect(closing(opened('Hi'), says(rita, 'word '.repeat(60))).subject?.length).toBeLessThanOrEqual(120)
})

test('the step with which a guide solved it comes before what was said', () => {
  const run = 'run'
  const step = (title: string, outcome: 'done' | 'did-not-help'): [string, PublicTrace] => [
    rita,
    { kind: 'step-taken', run, step: title, outcome, next: null, body: { title } },
  ]
  const guided = [opened('VPN'), step('Restart the client', 'did-not-help'), step('Renew the certificate', 'done')]
  const ended = (how: 'solved' | 'stopped'): [string, PublicTrace] => [rita, { kind: 'guide-ended', run, how }]
  const thanks = says(ada, 'I am glad that the certificate was it.')
  expect(closing(...guided, ended('solved'), thanks).resolution).toEqual({ text: 'Renew the certificate', why: 'step' })
  expect(closing(...guided, ended('stopped'), thanks).resolution).toMatchObject({ why: 'said' })
})
