import type { Connection } from '../../shared/client/connection.ts'

/** Closes teams with a text, or opens them again (null). Returns what brings back how each of them was. */
export async function shut(connection: Connection, teams: readonly string[], notice: string | null): Promise<() => Promise<void>> {
  const before: [team: string, notice: string | null][] = []
  for (const team of teams) {
    const was = await say(connection, team, notice)
    if (was !== notice) before.push([team, was])
  }
  return async () => {
    for (const [team, was] of before) await say(connection, team, was)
  }
}

async function say(connection: Connection, team: string, emergency: string | null): Promise<string | null> {
  const { routing, version } = await connection.ask('routing:read', { team })
  if (routing.emergency !== emergency) {
    await connection.ask('routing:save', { team, version, routing: { ...routing, emergency } })
  }
  return routing.emergency
}
