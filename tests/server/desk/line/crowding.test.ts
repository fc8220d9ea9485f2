import { expect, test } from '@jest/globals'
import { helpFor } from '../../../../server/desk/line/crowding.ts'
import { defaultSettings } from '../../../../shared/queue.ts'
import { routingFor, type TeamRouting } from '../../../../shared/team-routing.ts'
import { ada, byRules, network, rita, serviceDesk } from '../../../support/by-rules.ts'

const helpsOut = { team: network, afterSeconds: 120, atOnce: true }
const many = (refuge: NonNullable<TeamRouting['limits']['length']>['refuge']) => ({ limits: { length: { most: 3, refuge }, wait: null } })
const long = (refuge: NonNullable<TeamRouting['limits']['wait']>['refuge']) => ({
  limits: { length: null, wait: { seconds: 600, refuge } },
})

test('a full line keeps nobody else: his words become a message, somebody calls him back, or another team takes him', () => {
  const asMessage = byRules({ [serviceDesk]: { routing: many({ to: 'message' }), waiting: 3 } })
  asMessage.asks()
  expect(asMessage.state()).toMatchObject({ status: 'unrouted', channel: 'message' })
  expect(asMessage.entries.at(-1)).toMatchObject({ kind: 'message-left', why: 'line-full' })

  const asCall = byRules({ [serviceDesk]: { routing: many({ to: 'call-back' }), waiting: 3 } })
  asCall.asks()
  expect(asCall.state()).toMatchObject({ status: 'unrouted', callBack: true })
  asCall.does(ada, { kind: 'take' })
  expect(asCall.state()).toMatchObject({ status: 'active', agent: ada.id })

  const toOthers = byRules({ [serviceDesk]: { routing: many({ to: 'team', team: network }), waiting: 3 }, [network]: {} })
  toOthers.asks()
  expect(toOthers.state()).toMatchObject({ status: 'waiting', team: network, waitingSince: '2026-01-05T09:00:00.000Z' })

  const noRoomThere = byRules({
    [serviceDesk]: { routing: many({ to: 'team', team: network }), waiting: 3 },
    [network]: { routing: many({ to: 'message' }), waiting: 3 },
  })
  noRoomThere.asks()
  expect(noRoomThere.state().status).toBe('unrouted')

  const withRoom = byRules({ [serviceDesk]: { routing: many({ to: 'message' }), waiting: 2 } })
  withRoom.asks()
  expect(withRoom.state().status).toBe('waiting')
})

test('a full line is no way around how many messages of one person may lie unanswered', () => {
  const full = byRules({ [serviceDesk]: { routing: many({ to: 'call-back' }), waiting: 3 } }, { messages: 20 })
  expect(() => full.asks()).toThrow('too-many-open')

  const withRoom = byRules({ [serviceDesk]: { routing: many({ to: 'call-back' }), waiting: 2 } }, { messages: 20 })
  withRoom.asks()
  expect(withRoom.state().status).toBe('waiting')
})

test('a requester may wish to be called back where the team does so, and leaves a message where it does not', () => {
  const called = byRules({ [serviceDesk]: { routing: long({ to: 'call-back' }) } })
  called.asks()
  called.does(rita, { kind: 'leave-message', callBack: true })
  expect(called.state()).toMatchObject({ status: 'unrouted', callBack: true })

  const atOnce = byRules({ [serviceDesk]: { routing: many({ to: 'call-back' }) } })
  atOnce.does(rita, { kind: 'open', topic: null, text: 'My screen is black', entrance: 'message', callBack: true })
  expect(atOnce.state()).toMatchObject({ status: 'unrouted', callBack: true })

  const written = byRules()
  written.asks()
  written.does(rita, { kind: 'leave-message', callBack: true })
  expect(written.state().callBack).toBeUndefined()
})

test('who has waited for too long waits no longer; while it rings, nobody is taken away', () => {
  const talk = byRules({ [serviceDesk]: { routing: long({ to: 'call-back' }) } })
  talk.asks()
  expect(talk.dueIn()).toBe(600)
  talk.passes(590)
  talk.does(
    { kind: 'clock', id: '00000000-0000-0000-0000-000000000000' },
    {
      kind: 'offer',
      offer: ada.id,
      agent: ada.id,
      why: { rule: 'test', chosen: { agent: ada.id, load: 0, capacity: 5, idleSeconds: 0 }, others: [] },
    },
  )
  talk.passes(20)
  expect(talk.tick()).toEqual([])
  talk.passes(10)
  expect(talk.tick()).toEqual(['expired'])
  expect(talk.tick()).toEqual(['message-left'])
  expect(talk.state()).toMatchObject({ status: 'unrouted', callBack: true })
})

test('another team helps out after a while, once, and at the age that the wait has', () => {
  const talk = byRules({
    [serviceDesk]: { routing: { overflow: helpsOut } },
    [network]: { routing: { overflow: { ...helpsOut, team: serviceDesk } } },
  })
  talk.asks()
  talk.passes(119)
  expect(talk.tick()).toEqual([])
  talk.passes(1)
  expect(talk.tick()).toEqual(['queued'])
  expect(talk.state()).toMatchObject({ team: network, waitingSince: '2026-01-05T09:00:00.000Z' })
  talk.passes(3600)
  expect(talk.tick()).toEqual([])
  expect(talk.dueIn()).toBeNull()
})

test('a wait says when another team helps out', () => {
  const talk = byRules({ [serviceDesk]: { routing: { overflow: helpsOut } }, [network]: {} })
  talk.asks()
  const settled = {
    settings: defaultSettings,
    teams: [],
    topic: () => null,
    routing: (team: string) => routingFor(talk.teams[team]?.routing ?? null, defaultSettings),
  }
  expect(helpFor(talk.state(), settled)).toEqual({ team: network, at: '2026-01-05T09:02:00.000Z' })
  talk.passes(120)
  talk.tick()
  expect(helpFor(talk.state(), settled)).toBeNull()
})

test('nobody is sent to a team that is closed or away; as soon as somebody is there, he is, and that is not late', () => {
  const talk = byRules({ [serviceDesk]: { routing: { overflow: helpsOut } }, [network]: { attended: false } })
  talk.asks()
  talk.passes(1000)
  expect(talk.tick()).toEqual([])
  talk.teams[network] = { attended: true }
  expect(talk.tick()).toEqual(['queued'])
  expect(talk.entries.at(-1)).not.toHaveProperty('late')
})

test('where nobody is there, the other team takes newcomers and those who wait at once', () => {
  const talk = byRules({ [serviceDesk]: { routing: { overflow: helpsOut }, attended: false }, [network]: {} })
  talk.asks()
  expect(talk.state()).toMatchObject({ status: 'waiting', team: network })
  expect(talk.entries.at(-1)).toMatchObject({ kind: 'queued', why: 'nobody-here' })

  const later = byRules({ [serviceDesk]: { routing: { overflow: helpsOut } }, [network]: {} })
  later.asks()
  expect(later.tick()).toEqual([])
  later.teams[serviceDesk] = { ...later.teams[serviceDesk], attended: false }
  expect(later.tick()).toEqual(['queued'])
  expect(later.state().team).toBe(network)
})

test('a team that is closed in an emergency takes nobody, and nobody stands in for it', () => {
  const talk = byRules({ [serviceDesk]: { routing: { overflow: helpsOut, emergency: { en: 'Fire alarm' } }, open: false }, [network]: {} })
  expect(() => talk.asks()).toThrow('desk-closed')
  talk.does(rita, { kind: 'open', topic: null, text: 'My screen is black', entrance: 'message' })
  expect(talk.state().status).toBe('unrouted')
})

test('an agent sends nobody into a line that is closed in an emergency, and leaves none of his own behind', () => {
  const talk = byRules({ [serviceDesk]: {}, [network]: { routing: { emergency: { en: 'Fire alarm' } }, open: false } })
  talk.asks()
  talk.does(ada, { kind: 'take' })
  expect(() => talk.does(ada, { kind: 'transfer', to: { team: network }, comment: '' })).toThrow('team-shut')
  expect(talk.state()).toMatchObject({ status: 'active', agent: ada.id })

  talk.teams[network] = { open: false }
  talk.does(ada, { kind: 'transfer', to: { team: network }, comment: 'They open at eight' })
  expect(talk.state()).toMatchObject({ status: 'waiting', team: network })
})

test('a transfer begins a new wait for the limits, whatever age the requester keeps in the line', () => {
  const talk = byRules({ [serviceDesk]: { routing: long({ to: 'message' }) }, [network]: { routing: long({ to: 'message' }) } })
  talk.asks()
  talk.passes(500)
  talk.does(ada, { kind: 'take' })
  talk.passes(500)
  talk.does(ada, { kind: 'transfer', to: { team: network }, comment: '' })
  expect(talk.state().waitingSince).toBe('2026-01-05T09:00:00.000Z')
  expect(talk.dueIn()).toBe(600)
})
