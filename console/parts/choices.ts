import type { TicketRow } from '../../shared/protocol/ticket-list.ts'
import { type Impact, ticketMoves } from '../../shared/ticket.ts'
import { words } from '../words.ts'

type Move = 'new' | 'in-progress' | 'on-hold' | 'closed'

/** The three levels, in the words of the reader. */
export const levelsOf = (names: Record<Impact, string>): [Impact, string][] =>
  (['low', 'medium', 'high'] as const).map((level) => [level, names[level]])

/** Where a ticket's state may go from the list. What takes a sentence, resolving, has a place of its own. */
export function movesOf({ status, running }: Pick<TicketRow, 'status' | 'running'>): [Move, string][] {
  const moves = (['new', 'in-progress', 'on-hold', 'closed'] as const).filter((move) => ticketMoves[status].includes(move))
  const may = running ? moves.filter((move) => move === 'in-progress' || move === 'on-hold') : moves
  return may.map((move) => [move, words.tickets.statuses[move]])
}
