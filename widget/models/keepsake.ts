import { clearAttached } from '../../shared/client/attached-keys.ts'
import type { Store } from '../../shared/client/storage.ts'
import { clearUnsent } from '../../shared/client/unsent.ts'
import type { Visitor } from './door.ts'

/** What this browser keeps of a visit, in the widget's own origin where no host page can read it. */
export interface Kept {
  token: string
  who: Visitor
  /** Whom the host page named, if it did, so that the same word again begins no new visit. */
  subject: string | null
}

export const visitKey = 'firstline:visit'
const conversationKey = 'firstline:conversation'
const draftPrefix = 'firstline:draft:'

export function keptVisit(store: Store): Kept | null {
  try {
    const kept: Kept | null = JSON.parse(store.get(visitKey) ?? 'null')
    return typeof kept?.token === 'string' && typeof kept.who?.id === 'string' ? kept : null
  } catch {
    return null
  }
}

export const keepVisit = (store: Store, kept: Kept) => store.set(visitKey, JSON.stringify(kept))

/** The token is no longer good. What was written stays, for the same person's return. */
export const dropToken = (store: Store) => store.remove(visitKey)

/** Forgets everything, as computers may be shared. */
export function forgetVisit(store: Store) {
  dropToken(store)
  store.remove(conversationKey)
  clearUnsent(store)
  clearAttached(store)
  for (const key of store.keys(draftPrefix)) store.remove(key)
}

/** Which conversation was on the screen; null is the home screen. */
export const keptConversation = (store: Store) => store.get(conversationKey)

export function keepConversation(store: Store, id: string | null) {
  if (id) store.set(conversationKey, id)
  else store.remove(conversationKey)
}

/** What is half written: in a conversation, or on the home screen. */
export const keptDraft = (store: Store, what: string) => store.get(draftPrefix + what) ?? ''

/** Hears what another tab writes there; returns its undo. */
export const onDraft = (store: Store, what: string, hear: (text: string) => void) =>
  store.onChange((key) => {
    if (key === draftPrefix + what) hear(keptDraft(store, what))
  })

export function keepDraft(store: Store, what: string, text: string) {
  if (text) store.set(draftPrefix + what, text)
  else store.remove(draftPrefix + what)
}

/** Whom a signed identity names, read without judging it: the server judges. */
export function subjectOf(identity: string): string | null {
  try {
    const payload = (identity.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const { iss, sub }: { iss?: string; sub?: string } = JSON.parse(atob(payload))
    return sub ? JSON.stringify([iss ?? null, sub]) : null
  } catch {
    return null
  }
}
