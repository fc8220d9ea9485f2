import type { PublicEntry, PublicTrace } from '../../shared/entry.ts'
import { transcriptOf } from '../../widget/models/transcript.ts'
import { speakOn } from '../../widget/talk-words.ts'
import { speak } from '../../widget/words.ts'

const [rita, ada, team] = ['rita', 'ada', 'team']
const entry = (seq: number, by: string, trace: PublicTrace): PublicEntry => ({
  ...trace,
  lane: 'public',
  seq,
  by,
  act: String(seq),
  at: new Date(2026, 10, 2, 9, 12 + seq).toISOString(),
})
const file = { id: 'f', name: 'system.log', type: 'text/plain', size: 12 }
const timeline = [
  entry(1, rita, {
    kind: 'opened',
    number: 12,
    team,
    topic: null,
    channel: 'chat',
    requester: rita,
    verified: false,
    entrance: 'line',
    body: { name: 'Rita', email: null, subject: 'My screen is black' },
  }),
  entry(2, rita, { kind: 'said', body: { text: 'My screen is black\nsince nine' } }),
  entry(3, ada, { kind: 'assigned', agent: ada, how: 'take', body: { name: 'Ada' } }),
  entry(4, ada, { kind: 'said', body: null }),
  entry(5, rita, { kind: 'said', body: { text: 'Here is the log', files: [file] } }),
  entry(6, ada, { kind: 'ended', why: 'agent' }),
  entry(7, ada, { kind: 'resolved', code: 'solved', body: { resolution: 'A new cable' } }),
]

const reads = (language: 'en' | 'de') => Promise.all([speak(language), speakOn(language)])

afterEach(() => reads('en'))

test('Rita keeps a text of what she saw, with the names of the files', () => {
  expect(transcriptOf(timeline)).toEqual({
    name: 'INC-000012.txt',
    text: [
      'INC-000012: My screen is black',
      '',
      '02/11/2026, 09:13  Your request has the number INC-000012.',
      '02/11/2026, 09:14  Rita: My screen is black',
      '    since nine',
      '02/11/2026, 09:15  Ada is here to help.',
      '02/11/2026, 09:16  Ada: This text was erased.',
      '02/11/2026, 09:17  Rita: Here is the log',
      '    [system.log]',
      '02/11/2026, 09:18  Ada ended the chat.',
      '02/11/2026, 09:19  Resolved: A new cable',
      '',
    ].join('\n'),
  })
})

test('where an earlier request goes on in this one, both stand there by time, each line with its number', () => {
  const earlier = [
    { ...timeline[0], number: 7, at: new Date(2026, 10, 2, 9, 12).toISOString() },
    { ...timeline[1], at: new Date(2026, 10, 2, 9, 15, 30).toISOString() },
  ] as PublicEntry[]
  const lines = transcriptOf(timeline, [earlier]).text.split('\n')
  expect([lines[0], lines[2], lines[7], lines[8]]).toEqual([
    'INC-000012: My screen is black',
    '02/11/2026, 09:12  INC-000007  Your request has the number INC-000007.',
    '02/11/2026, 09:15  INC-000007  Rita: My screen is black',
    '    since nine',
  ])
})

test('in her own language and at her own time', async () => {
  await reads('de')
  expect(transcriptOf(timeline).text).toContain('02.11.26, 09:15  Ada ist für Sie da.\n')
})
