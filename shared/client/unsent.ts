import type { AttachedFile } from '../files.ts'
import type { Act } from '../protocol.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Store } from './storage.ts'

/** The acts that carry what people wrote, which must never be lost. */
export type Written = Extract<Act, { kind: 'open' | 'say' | 'note' }>

/** Something written that the server has not confirmed. */
export interface Unsent {
  /** The act's id, the same at every attempt. */
  id: string
  /** Its place in the order of writing. */
  n: number
  by: string
  at: string
  act: Written
  /** The files that go along, as they are drawn meanwhile. */
  files?: readonly AttachedFile[]
  /** Why the desk did not take it, if it said a real no. The text stays until its writer decides. */
  refused: RefusalCode | null
}

const prefix = 'firstline:outbox:'

/** How the keys begin under which a browser keeps what is unsent in a conversation. */
export const unsentKeys = (conversation: string) => `${prefix}${conversation}:`

/** The key of one of them. */
export const unsentKey = (conversation: string, { n, id }: Unsent) => `${unsentKeys(conversation)}${n}:${id}`

/** What is unsent in a conversation, in the order of writing. */
export function unsentIn(store: Store, conversation: string): Unsent[] {
  const found = store.keys(unsentKeys(conversation)).flatMap((key) => parsed(store.get(key)))
  return found.sort((one, other) => one.n - other.n || (one.id < other.id ? -1 : 1))
}

/** The conversations in which something of this person's is not yet confirmed: after a reload they must be opened again. */
export function conversationsWithUnsent(store: Store, me: string): string[] {
  const conversations = store.keys(prefix).map((key) => key.slice(prefix.length).split(':')[0] ?? '')
  return [...new Set(conversations)].filter((id) => unsentIn(store, id).some(({ by }) => by === me))
}

/** Forgets everything unsent: the person leaves this browser. */
export function clearUnsent(store: Store) {
  for (const key of store.keys(prefix)) store.remove(key)
}

function parsed(text: string | null): Unsent[] {
  try {
    const one: Unsent | null = JSON.parse(text ?? 'null')
    return one?.act?.kind ? [one] : []
  } catch {
    return []
  }
}
