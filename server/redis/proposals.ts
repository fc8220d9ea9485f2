import { randomUUID } from 'node:crypto'
import { refuse } from '../../shared/refusal.ts'
import type { Redis } from './connection.ts'

/** It is asked for at once by whoever put it there. */
const keptSeconds = 60

const keyOf = (person: string) => `firstline:proposal:${person}`

/** What people want to try out, on its way from the process that checked it to the one that tries it: each person's last. */
export const createProposals = (redis: Redis) => ({
  async put(person: string, text: string): Promise<string> {
    const id = randomUUID()
    await redis.set(keyOf(person), `${id}${text}`, { EX: keptSeconds }).catch(outOfReach)
    return id
  },

  async take(person: string, id: string): Promise<string | null> {
    const kept = await redis.get(keyOf(person)).catch(outOfReach)
    return kept?.startsWith(id) ? kept.slice(id.length) : null
  },
})

/** Redis is away, or full: worth asking again. */
const outOfReach = () => refuse('unavailable')
