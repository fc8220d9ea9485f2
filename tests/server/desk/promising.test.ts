import { expect, test } from '@jest/globals'
import { isPublic } from '../../../shared/entry.ts'
import type { Helping } from '../../../shared/people.ts'
import { evolveVisible, type Visible } from '../../../shared/visible.ts'
import { ada, byRules, rita } from '../../support/by-rules.ts'

const ben: Helping = { ...ada, id: '20000000-0000-4000-8000-000000000099', name: 'Ben' }
const stranger: Helping = { ...ben, teams: [] }

/** Ada helps Rita since nine o'clock. */
function aTalk() {
  const talk = byRules()
  talk.asks()
  talk.does(ada, { kind: 'take' })
  const promises = (until: string, text = '') => talk.does(ada, { kind: 'promise', until: `2026-01-05T${until}:00Z`, text })
  const kinds = () => talk.entries.map(({ kind }) => kind)
  return { ...talk, promises, kinds }
}

const seenBy = (entries: ReturnType<typeof aTalk>['entries']) =>
  entries.filter(isPublic).reduce<Visible | null>((state, entry) => evolveVisible(state, entry), null)

test('Ada promises news, Rita reads until when, and the newest promise is the one that counts', () => {
  const talk = aTalk()
  talk.promises('15:30', 'What the network team found')
  expect(talk.state().ticket.promise).toMatchObject({ until: '2026-01-05T15:30:00.000Z', by: ada.id, reached: null })
  expect(seenBy(talk.entries)?.promise).toMatchObject({ until: '2026-01-05T15:30:00.000Z', about: 'What the network team found' })
  expect(talk.promises('15:30', 'What the network team found')).toEqual([])
  talk.promises('16:00')
  expect(seenBy(talk.entries)?.promise).toMatchObject({ until: '2026-01-05T16:00:00.000Z', about: '' })
  talk.does(ada, { kind: 'withdraw-promise' })
  expect(talk.state().ticket.promise).toBeNull()
  expect(talk.does(ada, { kind: 'withdraw-promise' })).toEqual([])
})

test('nobody promises for others, into the past, for a year, or what is done', () => {
  const talk = aTalk()
  const until = '2026-01-05T15:30:00Z'
  expect(() => talk.does(rita, { kind: 'promise', until, text: '' })).toThrow('not-allowed')
  expect(() => talk.does(ben, { kind: 'promise', until, text: '' })).toThrow('not-owner')
  expect(() => talk.does(stranger, { kind: 'promise', until, text: '' })).toThrow('not-found')
  expect(() => talk.promises('08:59')).toThrow('promise-past')
  expect(() => talk.does(ada, { kind: 'promise', until: '2027-01-05T15:30:00Z', text: '' })).toThrow('promise-too-far')
  talk.does(ada, { kind: 'end' })
  expect(talk.does(ben, { kind: 'promise', until, text: '' }).map(({ kind }) => kind)).toEqual(['promised'])
  talk.does(ada, { kind: 'resolve', code: 'solved', resolution: 'Plugged in' })
  expect(talk.state().ticket.promise).toBeNull()
  expect(() => talk.promises('15:30')).toThrow('ticket-done')
})

test('the owner is reminded ten minutes before, and once it is over those who supervise are told: each once', () => {
  const talk = aTalk()
  talk.promises('15:30')
  expect(talk.dueIn()).toBe(6 * 3600 + 20 * 60)
  talk.passes(6 * 3600 + 20 * 60)
  expect(talk.tick()).toEqual(['promise-near'])
  expect(talk.tick()).toEqual([])
  expect(talk.dueIn()).toBe(600)
  talk.passes(600)
  expect(talk.tick()).toEqual(['promise-broken'])
  expect(talk.tick()).toEqual([])
  expect(talk.dueIn()).toBeNull()
  expect(talk.state().ticket.promise?.reached).toBe('broken')
  expect(talk.entries.every(({ late }) => late === undefined)).toBe(true)
  expect(seenBy(talk.entries)?.promise?.until).toBe('2026-01-05T15:30:00.000Z')
})

test('of a short promise the owner is reminded after two thirds of its time', () => {
  const talk = aTalk()
  talk.promises('09:15')
  expect(talk.dueIn()).toBe(600)
})

test('after a stop that outlasted the promise only that it is broken is said, and how late that was', () => {
  const talk = aTalk()
  talk.promises('10:00')
  talk.passes(3 * 3600)
  expect(talk.tick()).toEqual(['promise-broken'])
  expect(talk.entries.at(-1)).toMatchObject({ kind: 'promise-broken', lane: 'internal', late: 2 * 3600 })
  expect(talk.tick()).toEqual([])
})

test('people merely go on talking until the reminder; after it, and after the chat, what an agent writes is the news', () => {
  const talk = aTalk()
  talk.promises('09:30')
  talk.says(ada, 'I ask the network team')
  expect(talk.state().ticket.promise).toBeTruthy()
  talk.passes(20 * 60)
  talk.tick()
  talk.says(rita, 'Anything new?')
  expect(talk.state().ticket.promise).toBeTruthy()
  expect(talk.says(ada, 'They replace the switch').map(({ kind }) => kind)).toEqual(['said', 'promise-kept'])
  expect(talk.state().ticket.promise).toBeNull()

  talk.promises('15:30')
  talk.does(ada, { kind: 'end' })
  expect(() => talk.says(rita, 'Hello?')).toThrow('already-ended')
  expect(() => talk.says(ben, 'I am not the one')).toThrow('not-owner')
  expect(talk.says(ada, 'It is replaced').map(({ kind }) => kind)).toEqual(['said', 'promise-kept'])
  expect(talk.state().status).toBe('ended')
  talk.does(ada, { kind: 'resolve', code: 'solved', resolution: 'New switch' })
  expect(() => talk.says(ada, 'One more thing')).toThrow('already-ended')
})

test('news that was given on the phone is told by hand, and a promise outlives a lost agent', () => {
  const talk = aTalk()
  talk.promises('15:30')
  expect(talk.does(ada, { kind: 'keep-promise' }).map(({ kind }) => kind)).toEqual(['promise-kept'])
  expect(talk.does(ada, { kind: 'keep-promise' })).toEqual([])
  talk.promises('16:00')
  talk.does({ kind: 'clock', id: '00000000-0000-0000-0000-000000000000' }, { kind: 'lose', agent: ada.id, why: 'gone' })
  expect(talk.state()).toMatchObject({ status: 'waiting', ticket: { promise: { until: '2026-01-05T16:00:00.000Z' } } })
})
