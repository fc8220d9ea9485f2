import type { Reception } from '../../shared/protocol/visit.ts'
import { helperOf } from './crowding.ts'
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
  const topics = directory.teams.flatMap((team) => {
    const helper = helperOf(team.id, directory)
    const serving = helper ?? team.id
    const here = hereOf(serving)
    const open = (team.open || helper !== null) && here > 0
    const { emergency } = directory.routing(team.id)
    const told = { team: team.id, open, ...(emergency && { notice: emergency }), here, ...waitOf(serving) }
    return team.topics.map(({ id, name }) => ({ id, name, ...told }))
  })
  return {
    topics,
    open: directory.teams.some((team) => (team.open && directory.attended(team.id)) || helperOf(team.id, directory) !== null),
    opensAt: opensAt?.toISOString() ?? null,
  }
}

/** Whether newcomers would be told something else at the door. Lengths of lines move all the time and are no news by themselves. */
export const doorsDiffer = (one: Reception | null, other: Reception) => !one || doorsOf(one) !== doorsOf(other)

const doorsOf = ({ topics, open, opensAt }: Reception) =>
  JSON.stringify([topics.map((topic) => [topic.id, topic.name, topic.open, topic.notice]), open, opensAt])
