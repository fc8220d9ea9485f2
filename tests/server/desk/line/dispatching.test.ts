import { expect, test } from '@jest/globals'
import { createDispatcher } from '../../../../server/desk/line/dispatching.ts'
import type { Candidate, DispatchPorts, Waiting } from '../../../../server/desk/line/line-ports.ts'
import type { Step } from '../../../../server/desk/ports.ts'
import { defaultSettings } from '../../../../shared/queue.ts'
import { routingFor, type TeamRouting } from '../../../../shared/team-routing.ts'

const ada: Candidate = { agent: 'ada', capacity: 1, load: 0, ringing: 0, idleSince: '2026-01-05T08:00:00Z', wish: 'available', here: true }
const sap = [{ skill: 'SAP', level: 1, required: true }] as const

const waits = (number: number, topic: string | null): Waiting => ({
  conversation: `${topic} ${String(number).padStart(5, '0')}`,
  requester: `rita ${number}`,
  team: 'desk',
  waitingSince: new Date(Date.UTC(2026, 0, 5, 9) + number).toISOString(),
  priority: 4,
  passedBy: {},
  offer: null,
  topic,
})

/** A desk whose Redis is away, with Ada at it, who knows no SAP; it notes what was offered, and how often the line was read. */
function withoutRedis(waiting: Waiting[], routing: Partial<TeamRouting> = {}) {
  const gone = () => Promise.reject(new Error('Redis is away'))
  const offered: string[] = []
  let looks = 0
  const ports = {
    fast: { isUp: () => false, claim: gone, heads: gone, propose: gone, release: gone, settle: gone, unlease: gone },
    rows: {
      async waiting(_: string, count: number, skip = 0) {
        looks++
        return waiting.filter(({ conversation }) => !offered.includes(conversation)).slice(skip, skip + count)
      },
      waitingAmong: async () => [],
      candidates: async () => [{ ...ada, load: offered.length }],
      knownAgents: async () => new Map(),
    },
    conversations: {
      lately: () => undefined,
      async change({ conversation, act }: Step) {
        offered.push(conversation)
        return { entries: [{ kind: 'offered', offer: act.kind === 'offer' ? act.offer : '' }] }
      },
    },
    directory: () => ({
      routing: () => routingFor(routing, defaultSettings),
      topic: (id: string) => ({ id, team: 'desk', needs: sap }),
    }),
    refreshDirectory: async () => {},
    now: () => new Date('2026-01-05T10:00:00Z'),
    newId: () => 'offer',
  }
  const tally = { offered: 0, refused: 0, withoutRedis: 0, repaired: 0, rebuilt: 0 }
  const dispatch = createDispatcher(ports as unknown as DispatchPorts, tally, { onForgotten() {}, onPaced() {} })
  return { dispatch: () => dispatch('desk', false), offered, looks: () => looks }
}

const sapFirst = (count: number) => Array.from({ length: count }, (_, number) => waits(number, 'sap'))

test('while Redis is away, those who need somebody who is not there stand before nobody else, and a long line is read in few looks', async () => {
  const desk = withoutRedis([...sapFirst(3_000), waits(3_001, null), waits(3_002, null)])
  await desk.dispatch()
  expect(desk.offered).toEqual(['null 03001'])
  expect(desk.looks()).toBeLessThan(12)
})

test('while Redis is away and nobody has room, a long line is not read through', async () => {
  const desk = withoutRedis(Array.from({ length: 3_000 }, (_, number) => waits(number, null)))
  await desk.dispatch()
  expect(desk.offered).toEqual(['null 00000'])
  expect(desk.looks()).toBe(1)
})
