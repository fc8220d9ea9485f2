import type { DeskSocket } from './answer.ts'

/** Tells which sessions, by key, are still good. Those used since the last time start their idle time anew. */
export type LivingSessions = (keys: { idle: string[]; used: string[] }) => Promise<Set<string>>

/** The keys of agents' sessions that have ended since their connections came through the door. */
export async function endedSessions(sockets: Iterable<DeskSocket>, living: LivingSessions): Promise<string[]> {
  const used = new Set<string>()
  const idle = new Set<string>()
  for (const { data } of sockets) {
    if (data.who?.kind !== 'agent') continue
    const keys = data.wasUsed ? used : idle
    keys.add(data.key)
    data.wasUsed = false
  }
  const good = await living({ idle: [...idle].filter((key) => !used.has(key)), used: [...used] })
  return [...used, ...idle].filter((key) => !good.has(key))
}
