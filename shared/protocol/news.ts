import { z } from 'zod'
import type { Lane } from '../entry.ts'
import type { Named } from '../people.ts'
import { id } from './words.ts'

/** What an agent is to hear of, and whose conversations he follows. */
export const newsQuestions = {
  /** What I have not seen yet, and then what I have, at most 50. What I may not read any more is left out. */
  'news:list': z.strictObject({}),
  /** I have seen what there is of this conversation, or of all with null. */
  'news:see': z.strictObject({ conversation: id.nullable() }),
  /** Who follows a conversation. */
  'follow:look': z.strictObject({ conversation: id }),
  /** I follow it from now on, or no longer. Saying it twice does no harm. */
  'follow:set': z.strictObject({ conversation: id, following: z.boolean() }),
}

/**
 * `mentioned`: a note names me. `asked`: for advice. `advised`: somebody answered where I asked or was asked. Where I follow: `said`: the
 * requester wrote after the end. `broken`: news was promised and not given. And the work was `escalated`, it was `resolved`, `reopened`.
 */
export const newsWhys = ['mentioned', 'asked', 'advised', 'said', 'broken', 'escalated', 'resolved', 'reopened'] as const
export type NewsWhy = (typeof newsWhys)[number]

export interface News {
  conversation: string
  number: number
  requester: string
  subject: string
  /** The entry that it is about. */
  lane: Lane
  seq: number
  why: NewsWhy
  /** Whose doing it is; empty where it is nobody's. */
  by: string
  at: string
  seen: boolean
  /** What was written, at its beginning; null where nothing was. */
  text: string | null
  /** Whether I follow that conversation. */
  following: boolean
}

export interface Followers {
  conversation: string
  followers: Named[]
}

export interface NewsAnswers {
  'news:list': { news: News[] }
  'news:see': null
  'follow:look': Followers
  'follow:set': Followers
}

export interface NewsAnnouncements {
  /** Something that I am to hear of, on all my devices. */
  'news:came': (news: News) => void
  /** I have seen it on one of my devices: what there is of this conversation, or all with null. */
  'news:seen': (news: { conversation: string | null }) => void
  /** Somebody follows a conversation that I have open, or no longer does. */
  'followers:changed': (news: Followers) => void
}
