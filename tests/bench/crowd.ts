import { randomUUID } from 'node:crypto'
import type { Part } from './generator/cast.ts'
import { aLoadOn, type Load } from './load.ts'
import { seed } from './seeds.ts'
import type { Target } from './targets.ts'

/** Visitors and agents at a target: one conversation for each visitor, five visitors for each agent. */
export async function aCrowdAt(target: Target, visitors: number): Promise<Load> {
  const load = aLoadOn(target)
  const agents = Math.ceil(visitors / 5)
  const parts =
    target.databaseUrl && target.dialect === 'desk'
      ? await seed(target.databaseUrl, { requesters: visitors, agents })
      : strangers(visitors, agents)
  for (const [place, requester] of parts.requesters.entries()) {
    const conversation = randomUUID()
    requester.conversations.push(conversation)
    parts.agents[Math.floor(place / 5)]?.conversations.push(conversation)
  }
  await load.enter({ parts: [...parts.requesters, ...parts.agents], atOnce: 20 })
  return load
}

function strangers(requesters: number, agents: number) {
  const those = (side: Part['side'], count: number) =>
    Array.from({ length: count }, (): Part => {
      const conversations: string[] = []
      return { side, headers: {}, auth: { rooms: conversations }, conversations }
    })
  return { requesters: those('requester', requesters), agents: those('agent', agents) }
}
