import { z } from 'zod'
import type { PublicEntry } from '../entry.ts'
import type { WidgetLook } from '../look.ts'
import type { Visible } from '../visible.ts'
import { id } from './words.ts'

export const visitQuestions = {
  /** All a requester's widget starts from: who I am, whether somebody is there, and what of mine is open. */
  'visit:look': z.strictObject({}),
  /** A conversation of mine, whole, to keep. The widget words it. */
  'visit:transcript': z.strictObject({ conversation: id }),
}

/** Whether asking now leads to a person. */
export interface Reception {
  topics: {
    id: string
    name: string
    team: string
    open: boolean
    /** Why it is closed in an emergency, as its team says it; absent where it is not. */
    notice?: string
    here: number
    waiting: number
    minutes: { from: number; to: number } | null
  }[]
  /** Whether any team takes chats now. */
  open: boolean
  /** When the desk opens next, ISO 8601, if it is closed by its hours. */
  opensAt: string | null
}

/** What anybody may know before he says who he is. */
export interface FrontDesk {
  look: Pick<WidgetLook, 'texts' | 'email' | 'fields' | 'languages'>
  reception: Reception
}

export interface VisitLook {
  me: { id: string; name: string; email: string | null; verified: boolean }
  reception: Reception
  /** My conversations, the newest first, at most 20. */
  conversations: (Visible & { unread: number })[]
  /** For how many days after its end I may reopen one. */
  reopenDays: number
}

export interface VisitAnswers {
  'visit:look': VisitLook
  'visit:transcript': { entries: PublicEntry[] }
}

export interface VisitAnnouncements {
  /** Somebody came, or the last one left, or opening hours began or ended. */
  'reception:changed': (news: Reception) => void
}
