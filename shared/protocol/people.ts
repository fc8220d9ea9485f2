import { z } from 'zod'
import type { Role } from '../people.ts'
import { count, id, role, text, words } from './words.ts'

const email = text(254).pipe(z.email())
const teams = z.array(id).max(100)
const capacity = z.int().min(0).max(50)

/** What an administrator asks about the people who help. Only `people:rename` and `people:sign-out-everywhere` of oneself are everyone's. */
export const peopleQuestions = {
  /** Everybody who helps, the disabled and the invited too. */
  'people:list': z.strictObject({}),
  /** Makes an account and its one-time link. Without teams the person joins the first team. */
  'people:invite': z.strictObject({ name: words(120), email, role, teams: teams.optional(), capacity }),
  /** `version` is the one that was looked at: a change in between is refused instead of overwritten. */
  'people:change': z.strictObject({ agent: id, version: count, name: words(120), email, role, teams, capacity }),
  /** My own name, as colleagues and requesters read it. */
  'people:rename': z.strictObject({ name: words(120) }),
  /** Signs the person out everywhere, and gives his chats back to the line. */
  'people:disable': z.strictObject({ agent: id, version: count }),
  /** Lets the person sign in again. Whoever had not chosen a password yet needs a new link. */
  'people:enable': z.strictObject({ agent: id, version: count }),
  /** A new one-time link for a lost link or a forgotten password. Older links of this person stop working. */
  'people:new-link': z.strictObject({ agent: id }),
  /** Without `agent`: myself, on all devices, this one too. */
  'people:sign-out-everywhere': z.strictObject({ agent: id.optional() }),
}

/** Someone who helps, as administrators see him. */
export interface Member {
  id: string
  name: string
  email: string
  role: Role
  teams: string[]
  capacity: number
  /** `invited` has not chosen a password yet. */
  state: 'invited' | 'active' | 'disabled'
  /** Until when a link that was made for this person can be used; null if none is open. */
  linkUntil: string | null
  lastSeen: string | null
  version: number
}

/** A link that works once, to be handed over in person. It is shown now and never again. */
export interface OneTimeLink {
  /** Absolute where PUBLIC_URL is set; else a path on the origin that the console came from. */
  url: string
  until: string
}

export interface PeopleAnswers {
  'people:list': { people: Member[] }
  'people:invite': { member: Member; link: OneTimeLink }
  'people:change': Member
  'people:rename': { name: string }
  'people:disable': Member
  'people:enable': Member
  'people:new-link': OneTimeLink
  'people:sign-out-everywhere': null
}
