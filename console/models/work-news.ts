import type { Summary } from '../../shared/protocol/line.ts'
import { words } from '../words.ts'
import type { Board } from './board.ts'

/** What whoever talks to the requester is told of the work: that it came back, or that nobody came into his chat. */
export function workNews({ me, mine }: Board, { id, owner, requester, returnedAt, workTeam, asked, joined }: Summary): string | null {
  if (owner !== me.id) return null
  const before = mine.find((one) => one.id === id)
  if (returnedAt && !workTeam && before?.returnedAt !== returnedAt) return words.escalation.news.returned(requester.name)
  const wasAsked = before?.asked
  return wasAsked && !asked && workTeam && !joined.includes(wasAsked.agent) ? words.escalation.news.over(requester.name) : null
}
