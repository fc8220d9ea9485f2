import type { Conversation } from '../../shared/conversation.ts'
import { coalesce } from './coalescing.ts'
import type { Announcer, Change, Directory } from './ports.ts'
import { overseersRoom, personRoom, teamRoom } from './rooms.ts'
import { listsDiffer, summaryOf } from './summary.ts'

/** Nobody sees a list move sooner, and what a whole team hears of in this time it hears of together. */
const gatherMs = 40

type Moved = Pick<Change, 'before' | 'conversation'>

/**
 * Tells whole teams how their lists stand. What happens to one conversation in one moment is one piece of news, and all news
 * of one moment goes out together: a chat begins with three changes, and each concerns every console of a team.
 */
export function createListNews(announce: Announcer, directory: () => Directory, onBug: (error: unknown) => void) {
  const moved = new Map<string, Moved>()
  const soon = coalesce<'all'>(gatherMs, tellAll, onBug)

  async function tellAll() {
    const all = [...moved.values()]
    moved.clear()
    for (const one of all) tellLists(announce, directory(), one)
  }

  return {
    add({ before, conversation }: Change) {
      if (!listsDiffer(before, conversation)) return
      const first = moved.get(conversation.id)
      moved.set(conversation.id, { before: first ? first.before : before, conversation })
      soon.ask('all')
    },
    stop: () => soon.stop(),
  }
}

function tellLists(announce: Announcer, directory: Directory, { before, conversation }: Moved) {
  if (!listsDiffer(before, conversation)) return
  const news = summaryOf(conversation)
  const teams = new Set([conversation.team, before?.team ?? conversation.team])
  for (const team of teams) announce.tell(teamRoom(team), 'conversation:changed', news)
  announce.tell(overseersRoom, 'conversation:changed', news)
  for (const agent of partners(before, conversation)) {
    const view = directory.agent(agent)
    // Whoever is in the team's room has been told.
    if (view?.role !== 'agent' || view.teams.some((team) => teams.has(team))) continue
    announce.tell(personRoom(agent), 'conversation:changed', news)
  }
}

function partners(before: Conversation | null, after: Conversation): Set<string> {
  const ids = [before, after].flatMap((one) => (one ? [one.agent, one.offer?.agent, ...one.joined] : []))
  return new Set(ids.filter((id) => typeof id === 'string'))
}
