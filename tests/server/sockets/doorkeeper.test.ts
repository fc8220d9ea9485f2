import { randomUUID } from 'node:crypto'
import { createAllowances } from '../../../server/sockets/allowance.ts'
import { createBuckets } from '../../../server/sockets/buckets.ts'
import { createDoorkeeper } from '../../../server/sockets/doorkeeper.ts'
import type { Helping, Requesting } from '../../../shared/people.ts'

let at = 0
const now = () => at
beforeEach(() => {
  at = 0
})

const rita = (verified = false): Requesting => ({ kind: 'requester', id: randomUUID(), name: 'Rita', email: null, verified })
const ada: Helping = { kind: 'agent', id: randomUUID(), name: 'Ada', role: 'agent', teams: [] }
const generous = { reserve: 1_000, perSecond: 0 }
const limits = { requester: 2, agent: 3, strangers: 4, knocking: generous, strangersComing: generous, coming: generous }

test('a person has so many places, and gets one back once for each line that ends', () => {
  const keeper = createDoorkeeper(limits, now)
  const who = rita()
  const [leave] = [keeper.enter('here', who), keeper.enter('here', who)]
  expect(keeper.enter('elsewhere', who)).toBeNull()

  leave?.()
  leave?.()
  expect(keeper.enter('here', who)).not.toBeNull()
  expect(keeper.enter('here', who)).toBeNull()
})

test('strangers of one address share its places; those whom somebody vouches for do not', () => {
  const keeper = createDoorkeeper(limits, now)
  for (let count = 0; count < 4; count++) expect(keeper.enter('office', rita())).not.toBeNull()
  expect(keeper.enter('office', rita())).toBeNull()
  expect(keeper.enter('home', rita())).not.toBeNull()
  expect(keeper.enter('office', rita(true))).not.toBeNull()
  expect(keeper.enter('office', ada)).not.toBeNull()
})

test('who comes again and again must wait, though there is room', () => {
  const keeper = createDoorkeeper({ ...limits, coming: { reserve: 3, perSecond: 1 } }, now)
  const who = rita()
  const comesAndGoes = () => {
    const leave = keeper.enter('here', who)
    leave?.()
    return leave !== null
  }
  expect([comesAndGoes(), comesAndGoes(), comesAndGoes(), comesAndGoes()]).toEqual([true, true, true, false])
  at += 1_000
  expect([comesAndGoes(), comesAndGoes()]).toEqual([true, false])
})

test('an address that knocks without end is not looked up any more for a while', () => {
  const keeper = createDoorkeeper({ ...limits, knocking: { reserve: 2, perSecond: 1 } }, now)
  expect([keeper.hears('here'), keeper.hears('here'), keeper.hears('here'), keeper.hears('there')]).toEqual([true, true, false, true])
})

test('what was missed is dear to ask for, and talking is cheap', () => {
  const allowances = createAllowances(now)
  const who = rita()
  let times = 0
  while (allowances.take(who, 'conversation:catch-up')) times++
  expect(times).toBe(12)
  expect(allowances.take(who, 'conversation:act')).toBe(false)
  at += 100
  expect(allowances.take(who, 'conversation:act')).toBe(true)
  expect(allowances.take(rita(), 'conversation:catch-up')).toBe(true)
})

test('buckets that are full again are forgotten', () => {
  const buckets = createBuckets({ reserve: 2, perSecond: 1 }, now)
  for (let count = 0; count < 1_000; count++) buckets.take(`person ${count}`)
  expect(buckets.size()).toBe(1_000)
  at += 61_000
  buckets.take('somebody')
  expect(buckets.size()).toBe(1)
})
