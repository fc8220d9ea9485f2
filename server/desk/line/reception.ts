import type { Reception, TeamDoor } from '../../../shared/protocol/visit.ts'
import type { Directory } from '../ports.ts'
import { atTheDoor, helperOf } from './crowding.ts'

/** What the reception tells must be known of each team. */
export interface TeamWait {
  waiting: number
  minutes: { from: number; to: number } | null
}

/** Whether asking now leads to a person, by topic: by the same rules that let people in. */
export function receptionOf(
  directory: Directory,
  opensAt: (team: string) => Date | null,
  waitOf: (team: string) => TeamWait,
  hereOf: (team: string) => number,
): Reception {
  const lines = { ...directory, waitingIn: (team: string) => waitOf(team).waiting }
  const doorOf = (team: string): TeamDoor => {
    const { emergency, limits } = directory.routing(team)
    const met = atTheDoor(team, lines)
    const serving = met !== 'closed' && met?.kind === 'queued' ? met.team : team
    const here = hereOf(serving)
    const refuge = limits.wait?.refuge.to
    const opens = emergency ? null : opensAt(team)
    return {
      team,
      open: met !== 'closed' && here > 0,
      ...(met === 'closed' && opens && { opensAt: opens.toISOString() }),
      ...(emergency && { notices: emergency }),
      ...(met !== 'closed' && met?.kind === 'message-left' && { full: met.callBack ? 'call-back' : 'message' }),
      ...(limits.wait && serving === team && refuge && refuge !== 'team' && { longest: { seconds: limits.wait.seconds, refuge } }),
      here,
      ...waitOf(serving),
    }
  }
  const { teams, incidents } = directory
  const doors = teams.map(({ id }) => doorOf(id))
  const [anything] = doors
  return {
    topics: teams.flatMap(({ topics }, place) => topics.flatMap(({ id, name }) => (doors[place] ? [{ id, name, ...doors[place] }] : []))),
    ...(anything && { anything }),
    open: teams.some((team) => (team.open && directory.attended(team.id)) || helperOf(team.id, directory) !== null),
    opensAt: doors.flatMap((door) => door.opensAt ?? []).sort()[0] ?? null,
    ...(incidents.length > 0 && {
      incidents: incidents.map(({ id, changedAt }) => `${id.slice(0, 4)}${Date.parse(changedAt).toString(36)}`).join(),
    }),
  }
}

/** Whether newcomers would be told something else at the door. Lengths of lines move all the time and are no news by themselves. */
export const doorsDiffer = (one: Reception | null, other: Reception) => !one || doorsOf(one) !== doorsOf(other)

const doorsOf = ({ topics, anything, open, opensAt, incidents }: Reception) =>
  JSON.stringify([
    topics.map(({ id, name, ...door }) => [id, name, ...saidAt(door)]),
    anything && saidAt(anything),
    open,
    opensAt,
    incidents,
  ])

const saidAt = ({ open, opensAt, notices, full, longest }: TeamDoor) => [open, opensAt, notices, full, longest]
