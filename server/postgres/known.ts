import type { Conversation } from '../../shared/conversation.ts'

/** Where a conversation stood when this process last had its row in hand. */
export interface Known {
  state: Conversation
  /** PostgreSQL's version of the row, its `xmin`: whoever writes the row, here or elsewhere, changes it. */
  version: string
}

export type KnownConversations = ReturnType<typeof createKnown>

/**
 * Conversations as this process last saw their rows. What is decided on them is kept only if the row still has that version,
 * so that an old one costs a second look and nothing else. The least lately seen are forgotten.
 */
export function createKnown(most = 10_000) {
  const known = new Map<string, Known>()

  return {
    get: (id: string): Known | undefined => known.get(id),
    learn(id: string, one: Known) {
      known.delete(id)
      known.set(id, one)
      if (known.size <= most) return
      const [oldest] = known.keys()
      if (oldest) known.delete(oldest)
    },
    forget: (id: string) => void known.delete(id),
  }
}
