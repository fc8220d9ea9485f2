import { expect, test } from '@jest/globals'
import { recapOf } from '../../../../server/desk/tickets/recapping.ts'
import { type Entry, laneOf, type Trace } from '../../../../shared/entry.ts'

const [rita, ada, ben] = ['rita', 'ada', 'ben']

/** A timeline of traces, each so many seconds after nine o'clock. */
const timeline = (...traces: [seconds: number, by: string, trace: Trace][]) =>
  traces.map(([seconds, by, trace], place) => {
    const lane = laneOf(trace)
    return { ...trace, by, seq: place + 1, lane, at: new Date(Date.UTC(2026, 10, 22, 9, 0, seconds)).toISOString() } as Entry
  })
const says = (seconds: number, by: string, text: string): [number, string, Trace] => [seconds, by, { kind: 'said', body: { text } }]
const comes = (seconds: number, agent: string, name: string, how: 'offer' | 'transfer' = 'offer'): [number, string, Trace] => [
  seconds,
  agent,
  { kind: 'assigned', agent, how, body: { name } },
]
const opened: [number, string, Trace] = [
  0,
  rita,
  {
    ...{ kind: 'opened', number: 1, team: 't', topic: null, channel: 'chat', requester: rita, verified: true, entrance: 'line' },
    body: { name: 'Rita', email: null, subject: 'Hello' },
  },
]

const talk = timeline(
  opened,
  says(0, rita, 'Hello'),
  says(10, rita, 'The VPN says\n  "timed out"'),
  comes(38, ada, 'Ada'),
  says(60, ada, 'Good morning!'),
  says(70, ada, 'Which network are you in?'),
  says(80, rita, 'At home'),
  says(90, ada, 'Restart the client, please.'),
  [95, ada, { kind: 'tried', outcome: 'did-not-help', body: { what: 'Restart the client' } }],
  [100, ada, { kind: 'noted', body: { text: 'Password is old' } }],
  [120, ada, { kind: 'transferred', from: ada, to: { agent: ben }, body: null }],
  comes(120, ben, 'Ben', 'transfer'),
  says(200, ben, 'I renewed your certificate.'),
  [210, ben, { kind: 'tried', outcome: 'done', body: { what: 'Renew the certificate' } }],
  says(218, ben, 'Bye!'),
)

test('a recap says what was asked, what was told, by whom, and how long it took', () => {
  expect(recapOf(talk)).toEqual({
    asked: 'Hello The VPN says "timed out"',
    tried: [
      { what: 'Restart the client', outcome: 'did-not-help' },
      { what: 'Renew the certificate', outcome: 'done' },
    ],
    told: [
      { by: ada, at: '2026-11-22T09:01:30.000Z', text: 'Restart the client, please.' },
      { by: ben, at: '2026-11-22T09:03:20.000Z', text: 'I renewed your certificate.' },
    ],
    helped: null,
    agents: [
      { id: ada, name: 'Ada' },
      { id: ben, name: 'Ben' },
    ],
    moved: 1,
    reopened: 0,
    messages: { requester: 3, agents: 5 },
    waitedSeconds: 38,
    talkedSeconds: 180,
  })
})

test('it says what helped, until it is opened again', () => {
  const solved = timeline(opened, comes(5, ada, 'Ada'), [9, ada, { kind: 'resolved', code: 'solved', body: { resolution: 'A cable' } }])
  expect(recapOf(solved).helped).toEqual({ code: 'solved', text: 'A cable', at: '2026-11-22T09:00:09.000Z' })
  expect(recapOf([...solved, ...timeline([20, rita, { kind: 'reopened' }])])).toMatchObject({ helped: null, reopened: 1 })
})

test('the same timeline gives the same recap, notes never come into it, and erased words leave it whole', () => {
  expect(recapOf(structuredClone(talk))).toEqual(recapOf(talk))
  expect(JSON.stringify(recapOf(talk))).not.toContain('Password is old')
  const erased = talk.map((entry): Entry => ({ ...entry, body: null }) as Entry)
  expect(recapOf(erased)).toMatchObject({
    asked: null,
    tried: [],
    told: [],
    agents: [
      { id: ada, name: '' },
      { id: ben, name: '' },
    ],
    waitedSeconds: 38,
  })
  expect(recapOf(timeline(opened))).toMatchObject({ asked: null, waitedSeconds: null, talkedSeconds: null, agents: [] })
})
