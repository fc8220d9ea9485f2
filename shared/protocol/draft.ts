import { z } from 'zod'
import { fitting, mostAside } from '../draft.ts'
import type { Lane } from '../entry.ts'
import { id } from './words.ts'

/** Neither trimmed nor refused for its length: what is half written is cut where a message ends. */
const draft = z.string().transform(fitting)

/** What agents are writing and have not sent, the same on all devices of one person and shown to nobody else. */
export const draftQuestions = {
  /** Mine, the latest first, at most 500; `more` says that there are others. Those that are empty are left out. */
  'drafts:list': z.strictObject({}),
  /**
   * Keeps what I am writing, if the draft still has this version (0: I know of none), and answers how it stands now. What
   * comes back with other words than mine was written elsewhere meanwhile. White space stays as it is.
   * Only where I may say or note it.
   */
  'drafts:keep': z.strictObject({
    conversation: id,
    lane: z.enum(['public', 'internal']),
    version: z.int().min(0),
    text: draft,
    aside: z.array(draft).max(mostAside),
  }),
}

/** What somebody is writing in one lane of one conversation. */
export interface Draft {
  conversation: string
  lane: Lane
  text: string
  /** What was written on another device in the same moment, and is neither taken up again nor let go. */
  aside: string[]
  version: number
}

export interface DraftAnswers {
  'drafts:list': { drafts: Draft[]; more: boolean }
  'drafts:keep': Draft
}

export interface DraftAnnouncements {
  /** A draft of mine changed, on whatever device, or because it was sent. */
  'draft:kept': (news: Draft) => void
}
