import type { Wheel } from './clockwork.ts'
import { createResting } from './desk/line/resting.ts'
import { createTeamNews } from './desk/line/team-news.ts'
import type { Announcer, Directory } from './desk/ports.ts'
import { agentsRoom } from './desk/rooms.ts'

interface DeskNewsPorts {
  /** Fails where the waiting line cannot be kept now. */
  keep(): Promise<unknown>
  directory(): Directory
  /** Tells those who are connected to this process. */
  tellHere: Announcer['tell']
}

/** What agents hear of the desk as a whole from the process that they are connected to: whether the line is kept, and how teams stand. */
export function deskNews({ keep, directory, tellHere }: DeskNewsPorts): Wheel[] {
  const isKept = () =>
    keep().then(
      () => true,
      () => false,
    )
  const resting = createResting({ isKept, tell: (news) => tellHere(agentsRoom, 'line:resting', news) })
  const teams = createTeamNews(directory, (news) => tellHere(agentsRoom, 'team:changed', news))
  return [
    { name: 'resting', everyMs: 2_000, turn: resting.look },
    { name: 'teams', everyMs: 1_000, turn: teams },
  ]
}
