import { signal } from '@preact/signals'
import { NewsModel, type NewsOf } from './news.ts'
import type { Session } from './session.ts'

const known = new WeakMap<Session['connection'], NewsOf>()

/** What somebody is to hear of while he is signed in: the same wherever it is asked for. */
export function newsOf(session: Session): NewsOf {
  const found = known.get(session.connection) ?? new NewsModel(session)
  known.set(session.connection, found)
  return found
}

/** Ends it when he signs out. */
export function endNews({ connection }: Session): void {
  known.get(connection)?.[Symbol.dispose]()
  known.delete(connection)
}

/** In which conversation a colleague is about to be asked for advice. */
export const advising = signal<string | null>(null)
