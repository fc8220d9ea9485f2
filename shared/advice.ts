import type { Entry } from './entry.ts'

/** A colleague is asked for advice, in a thread beside the conversation that agents alone see. */
export interface Advice {
  /** The id of the act that asked. */
  id: string
  by: string
  /** Who is asked. He may read the conversation as long as the thread is there. */
  of: string
  at: string
  /** Whether somebody else than who asked has the last word. */
  answered: boolean
}

/** So many colleagues are asked in one conversation. */
export const mostAdvice = 12

/** The threads after one more entry; empty where nothing changes. */
export function adviceAfter({ advice: threads = [] }: { advice?: readonly Advice[] }, entry: Entry): { advice?: readonly Advice[] } {
  if (entry.kind !== 'noted' || !entry.advice) return {}
  const { advice, by, at, to } = entry
  if (to) return { advice: [...threads, { id: advice, by, of: to, at, answered: false }] }
  return { advice: threads.map((one) => (one.id === advice ? { ...one, answered: by !== one.by } : one)) }
}
