import { afterEach, expect, test } from '@jest/globals'
import { whyAt } from '../../../console/models/board-why.ts'
import { ClockModel } from '../../../console/models/clock.ts'
import { LiveBoardModel } from '../../../console/models/live-board.ts'
import { raised } from '../../../console/models/raising.ts'
import type { TeamBoard } from '../../../shared/protocol/board.ts'
import { refuse } from '../../../shared/refusal.ts'
import { aLine, until } from '../../shared/client/a-line.ts'
import { aBoard, aBoardRow, aTeamBoard, benAtWork, bens } from '../a-board.ts'
import { ago, noon, printers } from '../a-desk.ts'

const open: Disposable[] = []
afterEach(() => {
  for (const model of open.splice(0)) model[Symbol.dispose]()
})

async function watching(...teams: TeamBoard[]) {
  let now = teams
  const line = aLine({ 'board:look': () => aBoard(...now), 'board:close': () => null })
  const clock = new ClockModel(() => noon)
  const board = new LiveBoardModel(line.connection, clock)
  open.push(board, clock)
  const stop = board.watch()
  await until(() => board.teams.value !== null)
  const becomes = (...later: TeamBoard[]) => {
    now = later
  }
  return { line, board, stop, becomes }
}

test('the board asks once somebody looks, carries on what is announced, and stops with the last who looks', async () => {
  const { line, board, stop } = await watching(aTeamBoard())
  const stopOther = board.watch()
  expect(line.askedFor('board:look')).toHaveLength(1)

  line.announce('board:changed', aTeamBoard({ waiting: 3, at: ago(0) }))
  expect(board.figures.value.waiting).toBe(3)
  line.announce('board:changed', aTeamBoard({ waiting: 2, at: ago(30) }))
  expect(board.figures.value.waiting).toBe(3)

  stop()
  expect(line.askedFor('board:close')).toHaveLength(0)
  stopOther()
  expect(line.askedFor('board:close')).toHaveLength(1)
  expect(board.teams.value).toBeNull()
})

test('after a lost line the board stands as it is now, not as it was', async () => {
  const { line, board, becomes } = await watching(aTeamBoard({ waiting: 5 }))
  line.cut()
  becomes(aTeamBoard({ waiting: 1, at: ago(0) }))
  expect(board.figures.value.waiting).toBe(5)
  line.restore()
  await until(() => board.figures.value.waiting === 1)
})

test('what is announced while the answer is on its way is not lost', async () => {
  const { line, board } = await watching(aTeamBoard())
  line.answering['board:look'] = () => {
    line.announce('board:changed', aTeamBoard({ waiting: 4, at: ago(0) }))
    return aBoard(aTeamBoard({ waiting: 2, at: ago(10) }))
  }
  await board.look()
  expect(board.figures.value.waiting).toBe(4)
})

test('who is in two teams is one person with his places once, and one team can be looked at alone', async () => {
  const waits = aBoardRow({ waitingSince: ago(90) })
  const pressing = aBoardRow({ team: printers, priority: 1, waitingSince: ago(20) })
  const { board } = await watching(
    aTeamBoard({ line: [waits] }),
    aTeamBoard({ team: printers, name: 'Printers', line: [pressing], agents: [benAtWork] }),
  )
  expect(board.agents.value).toHaveLength(1)
  expect(board.figures.value).toMatchObject({ waiting: 2, longestSince: waits.waitingSince, places: 5, free: 4, here: 1 })
  expect(board.line.value.map(({ id }) => id)).toEqual([pressing.id, waits.id])

  board.chosen.value = printers
  expect(board.line.value.map(({ id }) => id)).toEqual([pressing.id])
  expect(board.figures.value.waiting).toBe(1)
})

test('whose requester waits longest for a word stands first, then whom nobody keeps waiting', async () => {
  const rests = bens({ status: 'held', silent: null })
  const theirs = bens({ silent: { of: 'requester', since: ago(900), long: true } })
  const short = bens({ silent: { of: 'agent', since: ago(20), long: false } })
  const long = bens()
  const { board } = await watching(aTeamBoard({ chats: [rests, theirs, short, long] }))
  expect(board.chats.value.map(({ id }) => id)).toEqual([long, short, theirs, rests].map(({ id }) => id))
})

test('a board that one may not see says so', async () => {
  const line = aLine({ 'board:look': () => refuse('not-allowed') })
  const clock = new ClockModel(() => noon)
  const board = new LiveBoardModel(line.connection, clock)
  open.push(board, clock)
  board.watch()
  await until(() => board.refusal.value === 'not-allowed')
})

test('each step raises the priority by one: more urgent first, then for more people', () => {
  expect(raised({ impact: 'low', urgency: 'low' })).toEqual({ impact: 'low', urgency: 'medium' })
  expect(raised({ impact: 'low', urgency: 'high' })).toEqual({ impact: 'medium', urgency: 'high' })
  expect(raised({ impact: 'high', urgency: 'high' })).toBeNull()
})

test('seconds pass on the board without being told', () => {
  const offered = aBoardRow({ offer: { id: benAtWork.id, agent: benAtWork.id, until: ago(-20) } })
  expect(whyAt(offered, noon, noon + 5_000)).toEqual({ kind: 'offered', agent: benAtWork.id, seconds: 15 })
  const passed = aBoardRow({ why: { kind: 'in-turn', unable: [{ agent: benAtWork.id, askedAgainIn: 30 }], before: 0 } })
  expect(whyAt(passed, noon, noon + 12_000)).toEqual({ kind: 'in-turn', unable: [{ agent: benAtWork.id, askedAgainIn: 18 }], before: 0 })
})
