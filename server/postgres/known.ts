import type { Conversation } from '../../shared/conversation.ts'
import type { Standing } from '../../shared/queue.ts'

/** How a row stood when this process last had it in hand. */
export interface Known<State> {
  state: State
  /** PostgreSQL's version of the row, its `xmin`: whoever writes the row, here or elsewhere, changes it. */
  version: string
}

export type KnownRows<State> = ReturnType<typeof createKnownRows<State>>

/**
 * Rows as this process last saw them. What is decided on them is kept only if they still have that version, so that an old
 * one costs a second look and nothing else. The least lately seen are forgotten.
 */
function createKnownRows<State>(most: number) {
  const known = new Map<string, Known<State>>()

  return {
    get: (id: string): Known<State> | undefined => known.get(id),
    learn(id: string, one: Known<State>) {
      known.delete(id)
      known.set(id, one)
      if (known.size <= most) return
      const [oldest] = known.keys()
      if (oldest) known.delete(oldest)
    },
    forget: (id: string) => void known.delete(id),
  }
}

/** What this process knows before it asks. */
export interface Knowledge {
  conversations: KnownRows<Conversation>
  standings: KnownRows<Standing>
  /** Ticket numbers that were drawn for openings to come. */
  numbers: number[]
}

export const createKnowledge = (): Knowledge => ({
  conversations: createKnownRows(10_000),
  standings: createKnownRows(2_000),
  numbers: [],
})
