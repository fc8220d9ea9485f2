import { expect, test } from '@jest/globals'
import type { AgentAtWork } from '../../../../server/desk/line/board-ports.ts'
import { stateOf, teamBoard } from '../../../../server/desk/line/team-board.ts'
import { defaultSettings } from '../../../../shared/queue.ts'
import { routingFor } from '../../../../shared/team-routing.ts'

const now = new Date('2026-11-22T12:00:00Z')
const team = { id: 'network', name: 'Network' }

const anAgent = (name: string, change: Partial<AgentAtWork> = {}): AgentAtWork => ({
  id: name,
  name,
  teams: [team.id],
  wish: 'available',
  here: true,
  load: 0,
  capacity: 2,
  standsSince: '2026-11-22T11:59:00Z',
  chats: 0,
  silent: 0,
  wrapUps: 0,
  wrapsSince: null,
  ...change,
})

const boardOf = (...agents: AgentAtWork[]) =>
  teamBoard({
    team,
    wait: undefined,
    line: [],
    running: undefined,
    owed: undefined,
    agents,
    timing: { routing: () => routingFor(null, defaultSettings) },
    silentSeconds: 300,
    now,
  })

test('how an agent stands is one word: not here comes before away, and who wraps up is not merely full', () => {
  const wraps = { load: 2, chats: 1, wrapUps: 1 }
  expect(stateOf(anAgent('Ada'))).toBe('available')
  expect(stateOf(anAgent('Ada', { load: 2, chats: 2 }))).toBe('full')
  expect(stateOf(anAgent('Ada', wraps))).toBe('wrap-up')
  expect(stateOf(anAgent('Ada', { wrapUps: 1 }))).toBe('wrap-up')
  expect(stateOf(anAgent('Ada', { load: 1, chats: 1, wrapUps: 1 }))).toBe('available')
  expect(stateOf(anAgent('Ada', { wish: 'away', ...wraps }))).toBe('away')
  expect(stateOf(anAgent('Ada', { wish: 'away', here: false }))).toBe('offline')
})

test('who is free first stands first; whose ticket wants its outcome stands so since his chat ended', () => {
  const board = boardOf(
    anAgent('Gone', { here: false }),
    anAgent('Away', { wish: 'away' }),
    anAgent('Full', { load: 2, chats: 2 }),
    anAgent('Busy', { load: 1, chats: 1 }),
    anAgent('Wraps', { wrapUps: 1, wrapsSince: '2026-11-22T11:58:00Z' }),
    anAgent('Free'),
    anAgent('Stranger', { teams: ['printers'] }),
  )
  expect(board.agents.map(({ name }) => name)).toEqual(['Free', 'Busy', 'Wraps', 'Full', 'Away', 'Gone'])
  expect(board.agents[2]).toMatchObject({ state: 'wrap-up', since: '2026-11-22T11:58:00Z' })
})

test('places are those of who is here and available, and nobody has less than none free', () => {
  const board = boardOf(anAgent('Over', { load: 3 }), anAgent('Free'), anAgent('Away', { wish: 'away' }), anAgent('Gone', { here: false }))
  expect(board).toMatchObject({ places: 4, free: 2, waiting: 0, longestSince: null, running: 0 })
})
