import type { Reception } from '../../shared/protocol/visit.ts'
import { leadsToSomebody } from './crowding.ts'
import type { Directory } from './ports.ts'

/** What the reception tells must be known of each team. */
export interface TeamWait {
  waiting: number
  minutes: { from: number; to: number } | null
}

/** Whether asking now leads to a person, by topic. */
export function receptionOf(
  directory: Directory,
  opensAt: Date | null,
  waitOf: (team: string) => TeamWait,
  hereOf: (team: string) => number,
): Reception {
  const topics = directory.teams.flatMap((team) =>
    team.topics.map(({ id, name }) => {
      const here = hereOf(team.id)
      const { emergency } = directory.routing(team.id)
      const open = (team.open && here > 0) || leadsToSomebody(team.id, directory)
      return { id, name, team: team.id, open, ...(emergency && { notice: emergency }), here, ...waitOf(team.id) }
    }),
  )
  return {
    topics,
    open: directory.teams.some((team) => leadsToSomebody(team.id, directory)),
    opensAt: opensAt?.toISOString() ?? null,
  }
}

/** Whether newcomers would be told something else at the door. Lengths of lines move all the time and are no news by themselves. */
export const doorsDiffer = (one: Reception | null, other: Reception) => !one || doorsOf(one) !== doorsOf(other)

const doorsOf = ({ topics, open, opensAt }: Reception) =>
  JSON.stringify([topics.map((topic) => [topic.id, topic.name, topic.open, topic.notice]), open, opensAt])
