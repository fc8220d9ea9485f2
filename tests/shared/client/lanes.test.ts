import { expect, test } from '@jest/globals'
import { agentFold, fromSnapshot, type Lanes, withEntries } from '../../../shared/client/lanes.ts'
import { type Conversation, evolve } from '../../../shared/conversation.ts'
import type { Entry, InternalTrace, PublicTrace } from '../../../shared/entry.ts'

const rita = '10000000-0000-4000-8000-000000000001'
const ada = '20000000-0000-4000-8000-000000000002'
const team = '30000000-0000-4000-8000-000000000003'
const at = '2026-11-02T09:12:00.000Z'

const body = { name: 'Rita', email: null, subject: 'Black' }
const opened: PublicTrace = {
  kind: 'opened',
  number: 1,
  team,
  topic: null,
  channel: 'chat',
  requester: rita,
  verified: true,
  entrance: 'line',
  body,
}
const inPublic = (seq: number, trace: PublicTrace): Entry => ({ ...trace, lane: 'public', seq, at, by: ada, act: team })
const inside = (seq: number, after: number, trace: InternalTrace): Entry => ({ ...trace, lane: 'internal', seq, after, at, by: ada })

const why = { rule: 'least-loaded', chosen: { agent: ada, load: 0, capacity: 5, idleSeconds: 9 }, others: [] }
const story: Entry[] = [
  inPublic(1, opened),
  inside(1, 1, { kind: 'offered', offer: team, agent: ada, until: at, why }),
  inPublic(2, { kind: 'assigned', agent: ada, how: 'offer', body: { name: 'Ada' } }),
  inside(2, 2, { kind: 'noted', body: { text: 'Old monitor' } }),
  inPublic(3, { kind: 'said', body: { text: 'Hello' } }),
  inside(3, 3, { kind: 'transferred', from: ada, to: { team }, body: null }),
  inPublic(4, { kind: 'queued', team, why: 'transferred' }),
]
const [first] = story
if (!first) throw new Error('A story begins')
const told = story.slice(1).reduce<Conversation>(evolve, evolve(null, first))
const beginning = () => fromSnapshot(agentFold, evolve(null, first), [first], [])

const names = ({ entries }: Lanes<Conversation>) => entries.map(({ lane, seq }) => `${lane[0]}${seq}`)

test('both lanes stand in the one order in which things happened', () => {
  const lanes = withEntries(agentFold, beginning(), story)
  expect(names(lanes)).toEqual(['p1', 'i1', 'p2', 'i2', 'p3', 'i3', 'p4'])
  expect(lanes.state).toEqual(told)
})

test('a lane that arrives after the other leads to the same state', () => {
  const isPublic = ({ lane }: Entry) => lane === 'public'
  const publicFirst = withEntries(agentFold, withEntries(agentFold, beginning(), story.filter(isPublic)), story)
  const internalFirst = withEntries(
    agentFold,
    withEntries(
      agentFold,
      beginning(),
      story.filter((entry) => !isPublic(entry)),
    ),
    story,
  )
  expect(publicFirst.state).toEqual(told)
  expect(internalFirst.state).toEqual(told)
  expect(names(internalFirst)).toEqual(names(publicFirst))
})

test('entries in any order, some twice, lead to the same state', () => {
  let seed = 7
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  for (let round = 0; round < 200; round++) {
    const shuffled = [...story, ...story].sort(() => random() - 0.5)
    const lanes = shuffled.reduce((now, entry) => withEntries(agentFold, now, [entry]), beginning())
    expect(lanes.state).toEqual(told)
    expect(lanes.early).toEqual([])
  }
})

test('a snapshot older than what has arrived does not take it back', () => {
  const ahead = withEntries(agentFold, beginning(), story)
  const again = fromSnapshot(agentFold, evolve(null, first), [first], ahead.entries)
  expect(again.state).toEqual(told)
  expect(names(again)).toEqual(names(ahead))
})

test('a snapshot far ahead begins anew from its page', () => {
  const many = Array.from({ length: 5 }, (_, n) => inPublic(50 + n, { kind: 'said', body: { text: `${n}` } }))
  const state: Conversation = { ...told, last: { public: 54, internal: 3 } }
  const lanes = fromSnapshot(agentFold, state, many, story)
  expect(names(lanes)).toEqual(['p50', 'p51', 'p52', 'p53', 'p54'])
})
