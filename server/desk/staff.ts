import type { Colleague } from '../../shared/protocol/line.ts'
import type { PresentStanding } from './line/line-ports.ts'
import type { AgentView } from './ports.ts'

/** A colleague as consoles show him; those whose account is disabled are no colleagues. */
export function colleagueOf(agent: AgentView | null, { wish, here, load, capacity }: PresentStanding): Colleague | null {
  if (!agent || agent.disabled) return null
  const { id, name, role, teams } = agent
  return { id, name, role, teams: [...teams], wish, here, load, capacity }
}
