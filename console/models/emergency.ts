import type { Connection } from '../../shared/client/connection.ts'
import type { Notice } from '../../shared/notice.ts'
import type { TeamView } from '../../shared/protocol/line.ts'
import { Refused } from '../../shared/refusal.ts'

type Asking = Pick<Connection, 'ask'>

/** The teams that are closed in an emergency. */
export const shutTeams = (teams: readonly TeamView[]) => teams.flatMap(({ shut: now, ...team }) => (now ? [{ ...team, shut: now }] : []))

/** Closes teams with a text, or opens them again (null). Returns what brings back how each of them was. */
export async function shut(connection: Asking, teams: readonly string[], notice: Notice | null): Promise<() => Promise<void>> {
  const before: [team: string, notice: Notice | null][] = []
  for (const team of teams) {
    const was = await say(connection, team, notice)
    if (!isSame(was, notice)) before.push([team, was])
  }
  return async () => {
    for (const [team, was] of before) await say(connection, team, was)
  }
}

/** In an emergency nobody is stopped half-way by what somebody else saved in the same moment. */
async function say(connection: Asking, team: string, emergency: Notice | null, tries = 3): Promise<Notice | null> {
  const { routing, version } = await connection.ask('routing:read', { team })
  if (isSame(routing.emergency, emergency)) return routing.emergency
  try {
    await connection.ask('routing:save', { team, version, routing: { ...routing, emergency } })
  } catch (error) {
    if (tries > 1 && error instanceof Refused && error.code === 'changed-meanwhile') return say(connection, team, emergency, tries - 1)
    throw error
  }
  return routing.emergency
}

const isSame = (one: Notice | null, other: Notice | null) => JSON.stringify(one) === JSON.stringify(other)
