import { tellDecision, tellWaiting } from '../../../console/models/explaining.ts'
import { tellRinging } from '../../../console/models/ringing-why.ts'
import { speak } from '../../../console/words.ts'
import type { Decision, WaitingWhy } from '../../../shared/protocol/line.ts'

const names: Record<string, string> = { ada: 'Ada', ben: 'Ben', network: 'Network' }
const nameOf = (id: string) => names[id] ?? 'Somebody'
const inside = { seq: 1, at: '2026-11-02T09:12:00.000Z', by: 'ada', lane: 'internal' as const, after: 1 }

const offered: Decision = {
  ...inside,
  kind: 'offered',
  agent: 'ada',
  offer: 'o',
  until: inside.at,
  why: {
    rule: 'least-loaded-then-longest-idle',
    chosen: { agent: 'ada', load: 0, capacity: 5, idleSeconds: 600 },
    others: [
      { agent: 'ben', why: 'away' },
      { agent: 'zoe', why: 'a reason of a later version' },
    ],
  },
}
const waiting: WaitingWhy = {
  kind: 'in-turn',
  unable: [
    { agent: 'ada', askedAgainIn: null },
    { agent: 'ben', askedAgainIn: 12 },
  ],
  before: 2,
}

afterEach(() => speak('en'))

test('Ada reads why it rings for her', () => {
  expect(tellRinging({ load: 1, capacity: 2, idleSeconds: 30, over: 'nobody' })).toBe('You carry 1 of 2, and nobody else can take it now.')
  expect(tellRinging({ load: 0, capacity: 2, idleSeconds: 240, over: 'less-idle' })).toBe(
    'You carry nothing, and have been free the longest: 4 min.',
  )
  expect(tellRinging(null)).toBe('It is your turn.')
})

test('Ada reads why Ben was not asked, and nothing of reasons that her console does not know', () => {
  expect(tellDecision(offered, nameOf)).toEqual({
    what: 'Offered to Ada.',
    why: ['Ada carried 0 of 5 and was free for 10 min: the least loaded, then the longest idle.', 'Ben was away.'],
  })
})

test('a comment on a transfer stands as it was written', () => {
  const sent: Decision = { ...inside, kind: 'transferred', from: 'ada', to: { team: 'network' }, body: { comment: 'Switch 4 is down' } }
  expect(tellDecision(sent, nameOf)).toEqual({ what: 'Ada sent it to Network.', why: ['Switch 4 is down'] })
  expect(tellDecision({ ...sent, body: null }, nameOf).why).toEqual([])
})

test('Ada reads why somebody still waits', () => {
  expect(tellWaiting(waiting, nameOf)).toBe('Ada has no free place. Ben let it go by and is asked again in 12 s. 2 before it.')
  expect(tellWaiting({ kind: 'in-turn', unable: [], before: 0 }, nameOf)).toBe('It is offered next.')
  expect(tellWaiting({ kind: 'nobody-available', team: 'network' }, nameOf)).toBe('Nobody of Network is available.')
})

test('Ada reads that somebody waits for a skill, for an agent, or for whoever picks him', () => {
  const widensAt = new Date(2026, 10, 2, 10, 42).toISOString()
  const skilled: WaitingWhy = { kind: 'nobody-skilled', skills: ['SAP'], widensAt }
  expect(tellWaiting(skilled, nameOf)).toMatch(/^Nobody with SAP is available. Others may take it from 10:42/)
  expect(tellWaiting({ ...skilled, widensAt: null }, nameOf)).toBe('Nobody with SAP is available.')
  expect(tellWaiting({ kind: 'kept', agent: 'ada', until: widensAt }, nameOf)).toMatch(
    /^Kept for Ada, whom the requester knows, until 10:42/,
  )
  expect(tellWaiting({ kind: 'by-hand', before: 1 }, nameOf)).toBe('Agents of this team pick from the line themselves. 1 before it.')
  expect(tellWaiting({ kind: 'in-turn', unable: [{ agent: 'ben', askedAgainIn: 9, paced: true }], before: 0 }, nameOf)).toBe(
    'Ben was given another one and gets the next in 9 s.',
  )
})

test('Ada reads all of it in German where that is her language', async () => {
  await speak('de')
  expect(document.documentElement.lang).toBe('de')
  expect(tellRinging({ load: 0, capacity: 2, idleSeconds: 240, over: 'less-idle' })).toBe(
    'Sie betreuen gerade nichts und sind seit 4 Min. frei, am längsten von allen.',
  )
  expect(tellDecision(offered, nameOf).why).toEqual([
    'Ada betreute 0 von 5 und war seit 10 Min. frei: am wenigsten belastet, dann am längsten frei.',
    'Ben war abwesend.',
  ])
  expect(tellWaiting({ ...waiting, unable: [] }, nameOf)).toBe('Vorher kommen 2 andere Chats.')
})
