import type { Helping } from '../../shared/people.ts'
import type { DeskSocket } from './answer.ts'

/** What a session lets its agent do now. */
export type RightsNow = Pick<Helping, 'role' | 'teams'>

/** Tells which sessions, by key, are still good, and for what. Those used since the last time start their idle time anew. */
export type LivingSessions = (keys: { idle: string[]; used: string[] }) => Promise<Map<string, RightsNow>>

/** Tells which visits, by key, are still good. */
export type LivingVisits = (keys: string[]) => Promise<Set<string>>

/** The agents' sessions that ended since their connections came through the door, and the connections whose rights are old. */
export async function checkSessions(all: Iterable<DeskSocket>, living: LivingSessions): Promise<{ ended: string[]; stale: DeskSocket[] }> {
  const sockets = [...all].filter(({ data }) => data.who?.kind === 'agent')
  const used = new Set<string>()
  const idle = new Set<string>()
  for (const { data } of sockets) {
    const keys = data.wasUsed ? used : idle
    keys.add(data.key)
    data.wasUsed = false
  }
  if (sockets.length === 0) return { ended: [], stale: [] }
  const good = await living({ idle: [...idle].filter((key) => !used.has(key)), used: [...used] })
  return {
    ended: [...new Set([...used, ...idle])].filter((key) => !good.has(key)),
    stale: sockets.filter(({ data }) => hasOther(data.who, good.get(data.key))),
  }
}

const hasOther = (who: DeskSocket['data']['who'], now: RightsNow | undefined) =>
  who.kind === 'agent' && now !== undefined && (who.role !== now.role || [...who.teams].sort().join() !== [...now.teams].sort().join())

/** The requesters' visits that ended since their connections came through the door. */
export async function endedVisits(all: Iterable<DeskSocket>, living: LivingVisits): Promise<string[]> {
  const keys = new Set<string>()
  for (const { data } of all) if (data.who?.kind === 'requester') keys.add(data.key)
  if (keys.size === 0) return []
  const good = await living([...keys])
  return [...keys].filter((key) => !good.has(key))
}
