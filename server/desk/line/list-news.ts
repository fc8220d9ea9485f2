import type { Conversation } from '../../../shared/conversation.ts'
import { teamsIn } from '../access.ts'
import { coalesce } from '../coalescing.ts'
import type { Announcer, Change } from '../ports.ts'
import { overseersRoom, personRoom, teamRoom } from '../rooms.ts'
import { listsDiffer, summaryOf } from '../summary.ts'
import type { Timing } from '../tickets/target-terms.ts'

/** What a whole team hears of in this time it hears of together. Those whom it concerns hear at once. */
const gatherMs = 250

type Moved = Pick<Change, 'before' | 'conversation'>

/**
 * Tells whole teams how their lists stand. What happens to one conversation in one moment is one piece of news, and all news
 * of one moment goes out together: a chat begins with three changes, and each concerns every console of a team.
 */
export function createListNews(announce: Announcer, timing: () => Timing, onBug: (error: unknown) => void) {
  const moved = new Map<string, Moved>()
  const soon = coalesce<'all'>(gatherMs, tellAll, onBug)

  async function tellAll() {
    const all = [...moved.values()]
    moved.clear()
    for (const one of all) tellTeams(announce, one, timing())
  }

  return {
    add({ before, conversation }: Change) {
      if (!listsDiffer(before, conversation)) return
      for (const agent of partners(before, conversation))
        announce.tell(personRoom(agent), 'conversation:changed', summaryOf(conversation, timing()))
      const first = moved.get(conversation.id)
      moved.set(conversation.id, { before: first ? first.before : before, conversation })
      soon.ask('all')
    },
    stop: () => soon.stop(),
  }
}

function tellTeams(announce: Announcer, { before, conversation }: Moved, timing: Timing) {
  if (!listsDiffer(before, conversation)) return
  const news = summaryOf(conversation, timing)
  for (const team of new Set([conversation, before ?? conversation].flatMap(teamsIn)))
    announce.tell(teamRoom(team), 'conversation:changed', news)
  announce.tell(overseersRoom, 'conversation:changed', news)
}

/** Whose own list it is on, or was. Whom it is only offered to hears it ring. */
function partners(before: Conversation | null, after: Conversation): Set<string> {
  const ids = [before, after].flatMap((one) => (one ? [one.agent, ...one.joined, one.ticket.communicationOwner, one.ticket.workOwner] : []))
  return new Set(ids.filter((id) => typeof id === 'string'))
}
