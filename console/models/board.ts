import type { Conversation } from '../../shared/conversation.ts'
import type { Colleague, DeskLook, Ringing, Summary, TeamView } from '../../shared/protocol/line.ts'
import { type Standing, turnOf } from '../../shared/queue.ts'

/** The desk as the console holds it: the answer to `desk:look`, carried on by what is announced. */
export type Board = DeskLook
export type Mine = DeskLook['mine'][number]

/** A conversation stands differently: list it where it belongs now, and nowhere else. */
export function withConversation(board: Board, news: Summary): Board {
  const before = find(board, news.id)
  if (before && before.changedAt > news.changedAt) return board
  const mine = without(board.mine, ({ id }) => id === news.id)
  const line = without(board.line, ({ id }) => id === news.id)
  const unread = board.mine.find((one) => one.id === news.id)?.unread ?? 0
  return {
    ...board,
    mine: isMine(board, news) ? [...mine, { ...news, unread }] : mine,
    line: isInLine(board, news) ? [...line, news] : line,
    offers: without(
      board.offers,
      ({ conversation, offer }) => conversation.id === news.id && offer !== news.offer?.id && offer !== news.asked?.id,
    ),
  }
}

/** Talk is announced in its chat alone, being most of what happens: the list follows the living chat. */
export function withTalk(board: Board, { id, unansweredSince, silence = null, changedAt, last }: Conversation): Board {
  const before = board.mine.find((one) => one.id === id)
  if (!before || before.changedAt > changedAt) return board
  if (before.changedAt === changedAt && before.unansweredSince === unansweredSince && before.turn?.of === silence?.of) return board
  const after = { ...before, unansweredSince, turn: silence, changedAt, lastPublic: last.public }
  return { ...board, mine: board.mine.map((one) => (one === before ? after : one)) }
}

/** It rings. */
export function withOffer(board: Board, news: Ringing): Board {
  return { ...board, offers: [...withoutOffer(board, news.offer).offers, news] }
}

/** The ringing is over. */
export function withoutOffer(board: Board, offer: string): Board {
  return { ...board, offers: without(board.offers, (one) => one.offer === offer) }
}

/** My standing changed, here or on another device. */
export function withStanding(board: Board, standing: Standing): Board {
  return { ...board, me: { ...board.me, standing } }
}

/** A colleague came, went or stands differently. */
export function withColleague(board: Board, news: Colleague): Board {
  return { ...board, colleagues: [...board.colleagues.filter((one) => one.id !== news.id), news] }
}

/** A team stands otherwise, or is new. */
export function withTeam(board: Board, news: TeamView): Board {
  const teams = board.teams.some(({ id }) => id === news.id)
    ? board.teams.map((one) => (one.id === news.id ? news : one))
    : [...board.teams, news]
  return { ...board, teams }
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

/** Whose turn it is in the line. */
export const byTurn = (one: Summary, other: Summary) => placeOf(one) - placeOf(other)

/** The first that nobody else is being asked about and that is there to answer: whoever takes next, takes this one. */
export const nextInLine = (waiting: readonly Summary[], me: string | undefined) =>
  waiting.find(({ absent, offer }) => !absent && (!offer || offer.agent === me))

/** The first message left that nobody else is being asked about. Whoever left it need not be there. */
export const nextMessage = (unrouted: readonly Summary[], me: string | undefined) =>
  unrouted.find(({ offer }) => !offer || offer.agent === me)

/** Whether somebody is being helped in it. */
export const isRunning = ({ status }: Pick<Summary, 'status'>) => status === 'active' || status === 'held'

function isMine({ me }: Board, { agent, joined, ...summary }: Summary) {
  if (isRunning(summary)) return agent === me.id || joined.includes(me.id)
  return agent === me.id && wantsWrapUp(summary)
}

/** What left my teams is announced to me once more, so that I see it leave. */
function isInLine({ me }: Board, { status, team }: Summary) {
  return (status === 'waiting' || status === 'unrouted') && (me.role !== 'agent' || me.teams.includes(team))
}

const placeOf = ({ waitingSince, changedAt, priority, vip }: Summary) => turnOf(waitingSince ?? changedAt, priority, vip)

/** A list in which nothing was found is the same list as before: whoever draws it has nothing to do. */
function without<T>(list: T[], isGone: (one: T) => boolean): T[] {
  return list.some(isGone) ? list.filter((one) => !isGone(one)) : list
}

const find = ({ mine, line }: Board, id: string) => mine.find((one) => one.id === id) ?? line.find((one) => one.id === id)
