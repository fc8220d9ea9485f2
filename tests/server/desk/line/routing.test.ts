import fc from 'fast-check'
import type { Candidate } from '../../../../server/desk/line/line-ports.ts'
import { route } from '../../../../server/desk/line/routing.ts'
import { longestPassedByMinutes, turnOf } from '../../../../shared/queue.ts'
import { routingFor } from '../../../../shared/team-routing.ts'

const now = new Date('2026-01-05T09:00:00Z')
const settings = routingFor(null, { offerSeconds: 30, reofferAfterSeconds: 120 })
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString()

const anAgent = (agent: string, about: Partial<Candidate> = {}): Candidate => ({
  agent,
  capacity: 5,
  load: 0,
  ringing: 0,
  idleSince: ago(60),
  wish: 'available',
  here: true,
  ...about,
})
const waits = (conversation: string, passedBy: Record<string, string> = {}) => ({ conversation, passedBy })
const pairsOf = (...given: Parameters<typeof route>) => route(...given).map(({ conversation, agent }) => `${conversation} to ${agent}`)

test('the least loaded agent is asked first, measured by his capacity', () => {
  const ada = anAgent('ada', { load: 2, capacity: 10 })
  const ben = anAgent('ben', { load: 1, capacity: 2 })

  expect(pairsOf([waits('rita')], [ben, ada], now, settings)).toEqual(['rita to ada'])
})

test('of two who are equally loaded, the one who has been idle longest is asked', () => {
  const ada = anAgent('ada', { idleSince: ago(10) })
  const ben = anAgent('ben', { idleSince: ago(500) })

  expect(pairsOf([waits('rita')], [ada, ben], now, settings)).toEqual(['rita to ben'])
})

test('nobody who is away, gone or full is asked, and it is kept why', () => {
  const agents = [anAgent('ada', { wish: 'away' }), anAgent('ben', { here: false }), anAgent('cleo', { load: 5 }), anAgent('dan')]

  const [pair] = route([waits('rita')], agents, now, settings)

  expect(pair?.agent).toBe('dan')
  expect(pair?.why.others).toEqual([
    { agent: 'ada', why: 'away' },
    { agent: 'ben', why: 'not-here' },
    { agent: 'cleo', why: 'full' },
  ])
})

test('whoever let it go by is not asked again at once, even where nobody else is there; after a while he is', () => {
  const ada = anAgent('ada')

  expect(pairsOf([waits('rita', { ada: ago(119) })], [ada], now, settings)).toEqual([])
  expect(pairsOf([waits('rita', { ada: ago(121) })], [ada], now, settings)).toEqual(['rita to ada'])
})

test('a head that nobody can take holds up nobody behind it', () => {
  expect(pairsOf([waits('rita', { ada: ago(1) }), waits('sam')], [anAgent('ada')], now, settings)).toEqual(['sam to ada'])
})

test('four who wait are spread over two agents', () => {
  const heads = ['rita', 'sam', 'tom', 'una'].map((name) => waits(name))

  expect(pairsOf(heads, [anAgent('ada', { idleSince: ago(99) }), anAgent('ben')], now, settings)).toEqual([
    'rita to ada',
    'sam to ben',
    'tom to ada',
    'una to ben',
  ])
})

const by = (about: Partial<typeof settings>) => ({ ...settings, ...about })

test('in turn, the one who was given something longest ago is next, whatever he carries', () => {
  const ada = anAgent('ada', { load: 4, givenAt: ago(90) })
  const ben = anAgent('ben', { load: 0, givenAt: ago(30) })
  const heads = ['rita', 'sam', 'tom'].map((name) => waits(name))

  expect(pairsOf(heads, [ada, ben], now, by({ method: 'round-robin' }))).toEqual(['rita to ada', 'sam to ben', 'tom to ben'])
  expect(pairsOf(heads.slice(0, 1), [ada, ben], now, by({ method: 'manual' }))).toEqual([])
})

test('nobody is given two at once where a team leaves its agents a pause', () => {
  const heads = ['rita', 'sam'].map((name) => waits(name))
  const ada = anAgent('ada', { givenAt: ago(29) })

  expect(pairsOf(heads, [ada], now, by({ pacingSeconds: 30 }))).toEqual([])
  expect(pairsOf(heads, [{ ...ada, givenAt: ago(30) }], now, by({ pacingSeconds: 30 }))).toEqual(['rita to ada'])
})

test('a required skill excludes, a preferred one and the language only put first', () => {
  const ada = anAgent('ada', { load: 3, skills: { SAP: 4 }, languages: ['de'] })
  const ben = anAgent('ben', { skills: { sap: 2 }, languages: ['en'] })
  const sap = { skill: 'SAP', level: 3 as const }
  const head = (about: object) => [{ ...waits('rita'), ...about }]

  expect(pairsOf(head({ needs: [{ ...sap, required: true }] }), [ada, ben], now, settings)).toEqual(['rita to ada'])
  expect(pairsOf(head({ needs: [{ ...sap, required: true }] }), [ben], now, settings)).toEqual([])
  expect(pairsOf(head({ needs: [{ ...sap, required: false }] }), [ada, ben], now, settings)).toEqual(['rita to ada'])
  expect(pairsOf(head({ needs: [{ ...sap, required: false }] }), [ben], now, settings)).toEqual(['rita to ben'])
  expect(pairsOf(head({ language: 'de' }), [ada, ben], now, settings)).toEqual(['rita to ada'])
  expect(pairsOf(head({ language: 'de' }), [ada, ben], now, by({ languageFirst: false }))).toEqual(['rita to ben'])
  const [pair] = route(head({ language: 'de' }), [ada, ben], now, settings)
  expect(pair?.why).toMatchObject({ rule: 'least-loaded', able: 2, others: [{ agent: 'ben', why: 'language' }] })
})

test('one is kept for the agent he knows while that one is available, full or not, and no longer', () => {
  const [ada, ben] = [anAgent('ada', { load: 5 }), anAgent('ben')]
  const heads = [{ ...waits('rita'), keptFor: 'ada' }, waits('sam')]

  expect(pairsOf(heads, [ada, ben], now, settings)).toEqual(['sam to ben'])
  expect(pairsOf(heads, [{ ...ada, wish: 'away' }, ben], now, settings)).toEqual(['rita to ben', 'sam to ben'])
})

test('nobody is passed by for longer than is published', () => {
  const turns = ([1, 2, 3, 4, 5] as const).flatMap((priority) => [turnOf(ago(0), priority), turnOf(ago(0), priority, true)])

  expect((Math.max(...turns) - Math.min(...turns)) / 60_000).toBe(longestPassedByMinutes)
})

const someAgents = fc.uniqueArray(
  fc.record({
    agent: fc.stringMatching(/^[a-h]$/),
    capacity: fc.integer({ min: 0, max: 5 }),
    load: fc.integer({ min: 0, max: 6 }),
    ringing: fc.constant(0),
    idleSince: fc.integer({ min: 0, max: 1000 }).map(ago),
    wish: fc.constantFrom('available' as const, 'away' as const),
    here: fc.boolean(),
  }),
  { selector: ({ agent }) => agent, maxLength: 8 },
)
const someHeads = fc
  .array(fc.dictionary(fc.stringMatching(/^[a-h]$/), fc.integer({ min: 0, max: 300 }).map(ago), { noNullPrototype: true }), {
    maxLength: 20,
  })
  .map((all) => all.map((passedBy, index) => waits(`c${index}`, passedBy)))

test('never more than free places, never twice, and nobody is left who could be served', () => {
  fc.assert(
    fc.property(someHeads, someAgents, (heads, agents) => {
      const pairs = route(heads, agents, now, settings)
      const given = (agent: string) => pairs.filter((pair) => pair.agent === agent).length
      const passedLately = (head: (typeof heads)[number], agent: string) => {
        const passed = head.passedBy[agent]
        return passed !== undefined && now.getTime() - Date.parse(passed) < 120_000
      }

      expect(new Set(pairs.map((pair) => pair.conversation)).size).toBe(pairs.length)
      for (const { agent, capacity, load, here, wish } of agents) {
        if (given(agent) > 0) expect(here && wish === 'available' && load + given(agent) <= capacity).toBe(true)
      }
      for (const head of heads) {
        const pair = pairs.find((one) => one.conversation === head.conversation)
        if (pair) expect(passedLately(head, pair.agent)).toBe(false)
        else {
          const able = agents.filter((one) => one.here && one.wish === 'available' && !passedLately(head, one.agent))
          expect(able.every((one) => one.load + given(one.agent) >= one.capacity)).toBe(true)
        }
      }
    }),
  )
})

test('the same question has the same answer, in whatever order the agents are listed', () => {
  fc.assert(
    fc.property(someHeads, someAgents, (heads, agents) => {
      const chosen = (list: Candidate[]) => pairsOf(heads, list, now, settings)
      expect(chosen([...agents].reverse())).toEqual(chosen(agents))
    }),
  )
})

type Event = { kind: 'asks' } | { kind: 'ends' | 'accepts' | 'declines' | 'away' | 'back'; who: number }
const someEvents = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Event>({ kind: 'asks' }) },
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constantFrom('ends', 'accepts', 'declines', 'away', 'back'), who: fc.nat(9) }) as fc.Arbitrary<Event>,
    },
  ),
  { maxLength: 80 },
)

/** A day at a small desk, with a clock that moves ten seconds with every event. */
function aDay(events: Event[]) {
  let time = now.getTime()
  const agents = ['ada', 'ben', 'cleo'].map((name) => anAgent(name, { capacity: 2 }))
  const line: { conversation: string; passedBy: Record<string, string>; offer: string | null }[] = []
  const owned = new Map<string, string>()
  const firstOffered: string[] = []
  let arrived = 0

  const freed = (name: string) => {
    const agent = agents.find((one) => one.agent === name)
    if (agent) Object.assign(agent, { load: agent.load - 1, idleSince: new Date(time).toISOString() })
  }
  const offersNow = () => line.filter(({ offer }) => offer !== null)

  const verbs = {
    asks: () => void line.push({ conversation: `c${arrived++}`, passedBy: {}, offer: null }),
    ends(who: number) {
      const [conversation, agent] = [...owned][who % Math.max(owned.size, 1)] ?? []
      if (!conversation || !agent) return
      owned.delete(conversation)
      freed(agent)
    },
    accepts(who: number) {
      const one = offersNow()[who % Math.max(offersNow().length, 1)]
      if (!one?.offer) return
      expect(owned.has(one.conversation)).toBe(false)
      owned.set(one.conversation, one.offer)
      line.splice(line.indexOf(one), 1)
    },
    declines(who: number) {
      const one = offersNow()[who % Math.max(offersNow().length, 1)]
      if (!one?.offer) return
      one.passedBy[one.offer] = new Date(time).toISOString()
      freed(one.offer)
      one.offer = null
    },
    away: (who: number) => void Object.assign(agents[who % 3] ?? {}, { wish: 'away' }),
    back: (who: number) => void Object.assign(agents[who % 3] ?? {}, { wish: 'available' }),
  }

  for (const event of events) {
    time += 10_000
    if (event.kind === 'asks') verbs.asks()
    else verbs[event.kind](event.who)
    const heads = line.filter(({ offer }) => offer === null)
    for (const pair of route(heads, agents, new Date(time), settings)) {
      const one = line.find(({ conversation }) => conversation === pair.conversation)
      const agent = agents.find((candidate) => candidate.agent === pair.agent)
      if (!one || !agent) throw new Error('A pair of strangers')
      one.offer = agent.agent
      agent.load += 1
      if (!firstOffered.includes(one.conversation)) firstOffered.push(one.conversation)
    }
    expect(agents.every(({ load, capacity }) => load <= capacity)).toBe(true)
    const hasRoom = (name: Candidate) => name.wish === 'available' && name.load < name.capacity
    const couldTake = (passedBy: Record<string, string>) =>
      agents.some((agent) => hasRoom(agent) && !(time - Date.parse(passedBy[agent.agent] ?? '1970-01-01') < 120_000))
    expect(line.filter(({ offer, passedBy }) => offer === null && couldTake(passedBy))).toEqual([])
  }
  return firstOffered
}

test('through any day: one owner, no agent above his capacity, nobody waits while somebody could help, first come first asked', () => {
  fc.assert(
    fc.property(someEvents, (events) => {
      const order = aDay(events)
      expect(order).toEqual([...order].sort((one, other) => Number(one.slice(1)) - Number(other.slice(1))))
    }),
    { numRuns: 300 },
  )
})
