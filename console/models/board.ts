import type { Colleague, DeskLook, Ringing, Summary } from '../../shared/protocol/line.ts'
import { type Standing, turnOf } from '../../shared/queue.ts'

/** The desk as the console holds it: the answer to `desk:look`, carried on by what is announced. */
export type Board = DeskLook
export type Mine = DeskLook['mine'][number]

/** A conversation stands differently: list it where it belongs now, and nowhere else. */
export function withConversation(board: Board, news: Summary): Board {
  const before = find(board, news.id)
  if (before && before.changedAt > news.changedAt) return board
  const mine = board.mine.filter((one) => one.id !== news.id)
  const line = board.line.filter((one) => one.id !== news.id)
  const unread = board.mine.find((one) => one.id === news.id)?.unread ?? 0
  return {
    ...board,
    mine: isMine(board, news) ? [...mine, { ...news, unread }] : mine,
    line: isInLine(news) ? [...line, news].sort(byTurn) : line,
    offers: board.offers.filter((one) => one.conversation.id !== news.id || one.offer === news.offer?.id),
  }
}

/** It rings. */
export function withOffer(board: Board, news: Ringing): Board {
  return { ...board, offers: [...withoutOffer(board, news.offer).offers, news] }
}

/** The ringing is over. */
export function withoutOffer(board: Board, offer: string): Board {
  return { ...board, offers: board.offers.filter((one) => one.offer !== offer) }
}

/** My standing changed, here or on another device. */
export function withStanding(board: Board, standing: Standing): Board {
  return { ...board, me: { ...board.me, standing } }
}

/** A colleague came, went or stands differently. */
export function withColleague(board: Board, news: Colleague): Board {
  return { ...board, colleagues: [...board.colleagues.filter((one) => one.id !== news.id), news] }
}

/** Whether its ticket still waits for an outcome after the chat has ended. */
export const wantsWrapUp = ({ status, ticketStatus }: Pick<Summary, 'status' | 'ticketStatus'>) =>
  status === 'ended' && !['resolved', 'closed', 'cancelled'].includes(ticketStatus)

/** Who has waited longest for my reply comes first; those whom I answered follow, the newest first. */
export function byLongestUnanswered(one: Summary, other: Summary): number {
  if (one.unansweredSince && other.unansweredSince) return one.unansweredSince < other.unansweredSince ? -1 : 1
  if (one.unansweredSince) return -1
  if (other.unansweredSince) return 1
  return one.changedAt > other.changedAt ? -1 : 1
}

/** The first that nobody is being asked about: whoever takes next, takes this one. */
export const nextInLine = (board: Board | null) =>
  board?.line.find((one) => one.status === 'waiting' && !one.absent && (!one.offer || one.offer.agent === board.me.id))

function isMine({ me }: Board, { agent, joined, ...summary }: Summary) {
  if (joined.includes(me.id) && summary.status !== 'ended') return true
  return agent === me.id && (summary.status === 'active' || summary.status === 'held' || wantsWrapUp(summary))
}

const isInLine = ({ status }: Summary) => status === 'waiting' || status === 'unrouted'

const byTurn = (one: Summary, other: Summary) => placeOf(one) - placeOf(other)

const placeOf = ({ waitingSince, changedAt, priority }: Summary) => turnOf(waitingSince ?? changedAt, priority)

const find = ({ mine, line }: Board, id: string) => mine.find((one) => one.id === id) ?? line.find((one) => one.id === id)
