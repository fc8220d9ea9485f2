import { theClock } from '../../../shared/people.ts'
import { Refused } from '../../../shared/refusal.ts'
import type { Candidate, DispatchPorts, Waiting } from './line-ports.ts'
import { isAvailable } from './routing.ts'

/** Whoever helped somebody longer ago than that is a stranger again. */
const rememberedDays = 14

/**
 * Keeps those who come back for the agent they know, if he is there: the one who was named for them, or who helped them last.
 * Returns all of them, as they wait from now on.
 */
export function createKeeper({ rows, conversations, directory, now }: DispatchPorts) {
  return async function keepForThoseTheyKnow(team: string, heads: Waiting[], agents: Candidate[]): Promise<Waiting[]> {
    const milliseconds = directory().routing(team).keepForSeconds * 1000
    const isNew = (one: Waiting) => one.keptFor === undefined && now().getTime() - Date.parse(one.waitingSince) < milliseconds
    const anew = heads.filter(isNew)
    if (anew.length === 0) return heads
    const since = new Date(now().getTime() - rememberedDays * 24 * 3600_000)
    const requesters = anew.map(({ requester }) => requester)
    const known = await rows.knownAgents(requesters, since)
    return Promise.all(heads.map((one) => (isNew(one) ? keep(one, known.get(one.requester), agents) : one)))
  }

  async function keep(one: Waiting, known: Known | undefined, agents: Candidate[]): Promise<Waiting> {
    if (!known || !agents.some(({ agent, ...rest }) => agent === known.agent && isAvailable(rest))) return one
    const act = { kind: 'keep-for', ...known } as const
    const { conversation } = await conversations.change({ conversation: one.conversation, who: theClock, act, id: null }).catch(refused)
    return conversation?.keptFor ? { ...one, keptFor: conversation.keptFor } : one
  }
}

interface Known {
  agent: string
  why: 'named' | 'last'
}

/** It no longer waits, or cannot be kept just now: it goes on as it is. */
function refused(error: unknown): { conversation: null } {
  if (error instanceof Refused) return { conversation: null }
  throw error
}
