import type { BoardAgent, BoardLook, BoardRow, TeamBoard } from '../../shared/protocol/board.ts'
import type { Summary } from '../../shared/protocol/line.ts'
import { ada, ago, aSummary, ben, network } from './a-desk.ts'

/** A conversation on the board: waiting in Ada's team unless the test says otherwise. */
export const aBoardRow = (change: Partial<Summary & BoardRow> = {}): BoardRow => ({
  ...aSummary(change),
  impact: 'low',
  urgency: 'medium',
  silent: null,
  why: null,
  ...change,
})

/** One that runs with Ben. */
export const bens = (change: Partial<Summary & BoardRow> = {}) =>
  aBoardRow({ status: 'active', agent: ben, waitingSince: null, silent: { of: 'agent', since: ago(400), long: true }, ...change })

export const benAtWork: BoardAgent = {
  id: ben,
  name: 'Ben Baum',
  state: 'available',
  since: ago(70),
  load: 1,
  capacity: 5,
  chats: 1,
  silent: 0,
  wrapUps: 0,
}

/** The network team, in which nothing happens unless the test says so. */
export const aTeamBoard = (change: Partial<TeamBoard> = {}): TeamBoard => ({
  team: network,
  name: 'Network',
  waiting: change.line?.length ?? 0,
  longestSince: change.line?.[0]?.waitingSince ?? null,
  running: change.chats?.length ?? 0,
  silent: 0,
  places: 5,
  free: 4,
  line: [],
  chats: [],
  promises: { open: 0, broken: 0, first: [] },
  agents: [benAtWork],
  at: ago(1),
  ...change,
})

export const aBoard = (...teams: TeamBoard[]): BoardLook => ({ teams, at: ago(0) })

/** Ada, who oversees. */
export const overseer = {
  id: ada,
  name: 'Ada Abel',
  role: 'supervisor' as const,
  teams: [network],
  standing: { agent: ada, capacity: 5, load: 0, wish: 'away' as const, missed: 0 },
}
