import { z } from 'zod'
import type { PublicEntry } from '../entry.ts'
import type { GuardRules } from '../guard.ts'
import type { WidgetLook } from '../look.ts'
import type { Notice } from '../notice.ts'
import type { Visible } from '../visible.ts'
import type { GuideOffered } from './conversation.ts'
import { id } from './words.ts'

export const visitQuestions = {
  /** All a requester's widget starts from: who I am, whether somebody is there, and what of mine is open. */
  'visit:look': z.strictObject({}),
  /** A conversation of mine, whole, to keep. The widget words it. */
  'visit:transcript': z.strictObject({ conversation: id }),
  /** Guides that one may go through alone, before asking anybody; at most 50, in the order of their names. */
  'visit:guides': z.strictObject({}),
}

/** What somebody may expect who asks a team now. */
export interface TeamDoor {
  /** Who takes it; figures are those of a team that helps out, where one does. */
  team: string
  open: boolean
  /** When it opens next, if it is closed by its hours. */
  opensAt?: string
  /** Why it is closed in an emergency, as its team says it, by language; absent where it is not. */
  notices?: Notice
  /** The line takes nobody more for now, and this is what becomes of what is asked. */
  full?: 'message' | 'call-back'
  /** Nobody waits for longer than so many seconds, and this is what becomes of him then. */
  longest?: { seconds: number; refuge: 'message' | 'call-back' }
  here: number
  waiting: number
  minutes: { from: number; to: number } | null
}

/** Whether asking now leads to a person. */
export interface Reception {
  topics: (TeamDoor & { id: string; name: string })[]
  /** Without a topic. */
  anything?: TeamDoor
  /** Whether any team takes chats now. */
  open: boolean
  /** When the first of the teams opens that are closed by their hours, ISO 8601. */
  opensAt: string | null
  /** Another word whenever what is known of incidents changes; absent where nothing is. Ask `incident:known` then. */
  incidents?: string
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
  /** What is secret at this desk: no message should hold it. */
  guard: GuardRules
}

export interface VisitAnswers {
  'visit:look': VisitLook
  'visit:transcript': { entries: PublicEntry[] }
  'visit:guides': { guides: (GuideOffered & { language: string })[] }
}

export interface VisitAnnouncements {
  /** Somebody came, or the last one left, or opening hours began or ended. */
  'reception:changed': (news: Reception) => void
}
