import { z } from 'zod'
import { lookLanguages, type WidgetLook } from '../look.ts'
import type { DeskSettings } from '../queue.ts'
import { count, id, text, words } from './words.ts'

/** Every saved thing has a version: the one that was looked at, 0 for a new one. A change in between is refused with `changed-meanwhile`. */
const version = count

const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
const span = z.tuple([time, time]).refine(([from, to]) => from < to, 'Opening comes before closing')
const spans = z.array(span).max(4)
const zone = z.string().max(64).refine(isZone, 'No such time zone')

/** A date with hours of its own, or with none: closed. Its name is for those who plan. */
const specialDay = z.strictObject({ date: z.iso.date(), name: text(60), spans })

/** When a team takes chats; a day without spans is closed, and so are the dates in `closed`. What `special` says of a date counts more. */
export const openingHours = z.strictObject({
  zone,
  days: z.strictObject({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans }),
  closed: z.array(z.iso.date()).max(366),
  special: z.array(specialDay).max(366).optional(),
})
export type OpeningHours = z.infer<typeof openingHours>

const seconds = z.int().min(1).max(86_400)
const settings = z.strictObject({
  offerSeconds: z.int().min(5).max(600),
  graceSeconds: z.int().min(5).max(600),
  absentMinutes: z.int().min(1).max(1440),
  missedBeforeAway: z.int().min(1).max(20),
  reofferAfterSeconds: seconds,
  reopenDays: z.int().min(0).max(365),
  closeDays: z.int().min(1).max(365),
  wrapUpSeconds: z.int().min(0).max(86_400),
  logAfterSeconds: z.int().min(0).max(3600),
  estimateSamples: z.int().min(1).max(1000),
}) satisfies z.ZodType<DeskSettings>

const lookTexts = z.strictObject({ name: text(60), greeting: text(120), hint: text(160) })
/** One more thing that a requester is asked before he begins. */
export const lookField = z.strictObject({ id, label: words(60), required: z.boolean(), choices: z.array(words(60)).max(20) })
const look = z.strictObject({
  texts: z.partialRecord(z.enum(lookLanguages), lookTexts),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'A colour is # and six digits from 0 to f')
    .nullable(),
  position: z.literal(['start', 'end']),
  email: z.literal(['required', 'optional', 'none']),
  fields: z
    .array(lookField)
    .max(3)
    .refine((fields) => unlike(fields.map((field) => field.id)), 'Each field once'),
  languages: z.array(z.enum(lookLanguages)).min(1).max(lookLanguages.length).refine(unlike, 'Each language once'),
}) satisfies z.ZodType<WidgetLook>

/** An exact origin, such as https://intranet.example: no path, no wildcard. */
const origin = text(300).refine(isOrigin, 'An origin is http(s)://host, without a path')
/** A name or an address, with or without a port, or a network such as 10.0.0.0/8. */
const host = text(253).pipe(z.string().regex(/^[a-z0-9.:/[\]-]+$/i))
const webAddress = text(2000).pipe(z.url({ protocol: /^https?$/ }))

/** Whose canned reply it is: everyone's, a team's, or one's own. */
const whose = z.union([z.literal(['everyone', 'mine']), z.strictObject({ team: id })])

const publicKey = text(8000).pipe(z.string().regex(/^-----BEGIN PUBLIC KEY-----\s[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----$/))
const key = z.discriminatedUnion('algorithm', [
  z.strictObject({ algorithm: z.literal('HS256') }),
  z.strictObject({ algorithm: z.literal(['RS256', 'ES256']), publicKey }),
])

/** What an administrator asks to set the desk up. Lists of teams and canned replies are for every agent. */
export const adminQuestions = {
  /** All teams with their topics and opening hours. */
  'teams:list': z.strictObject({}),
  /** The client chooses the ids of new teams and topics. Topics keep the order they are given in. */
  'teams:save': z.strictObject({
    team: id,
    version,
    name: words(80),
    tier: z.int().min(1).max(9),
    /** null is always open. */
    hours: openingHours.nullable(),
    topics: z.array(z.strictObject({ id, name: words(80) })).max(50),
  }),
  /** Refused with `in-use` once conversations belong to it. */
  'teams:remove': z.strictObject({ team: id, version }),
  /** Brings a team back within an hour of its removal: topics, members, saved replies and views too. Later: `undo-over`. */
  'teams:restore': z.strictObject({ team: id }),

  /** The numbers that the desk is run by. */
  'settings:read': z.strictObject({}),
  /** Sets all of them; they count from the next decision on. */
  'settings:save': z.strictObject({ version, settings }),

  /** How the widget looks and what it asks. */
  'look:read': z.strictObject({}),
  /** Sets all of it; whoever opens the widget from now on sees it. */
  'look:save': z.strictObject({ version, look }),

  /** The host pages that may embed the widget. */
  'origins:read': z.strictObject({}),
  /** Replaces the whole list. */
  'origins:save': z.strictObject({ version, origins: z.array(origin).max(100) }),

  /** Those I may use: everyone's, my teams', my own; supervisors see those of all teams. */
  'replies:list': z.strictObject({}),
  /**
   * Adds or changes one. Agents may do so with their own, supervisors and administrators with everyone's. `{{requester.name}}`,
   * `{{requester.first}}`, `{{agent.name}}`, `{{ticket.number}}` and `{{desk.name}}` are filled in when it is used; any other word
   * in double braces is refused with `unknown-variable`.
   */
  'replies:save': z.strictObject({ reply: id, version, name: words(80), text: words(4000), whose }),
  /** Removes one that I may change. */
  'replies:remove': z.strictObject({ reply: id, version }),

  /** Host pages that vouch for who their visitors are. */
  'sites:list': z.strictObject({}),
  /** Adds one. The secret of an HS256 site is made here, and answered this once. */
  'sites:add': z.strictObject({ site: id, name: words(80), issuer: words(200), audience: words(200), key }),
  /** Changes its name, or whom its tokens are from and for; the keys stay. */
  'sites:change': z.strictObject({ site: id, version, name: words(80), issuer: words(200), audience: words(200) }),
  /** A new key; the one before stays good for the given hours. A `publicKey` is wanted unless the site signs with HS256. */
  'sites:rotate': z.strictObject({ site: id, version, publicKey: publicKey.nullable(), previousHours: z.int().min(0).max(720) }),
  /** From now on its tokens are not believed. Who came with one stays known. */
  'sites:remove': z.strictObject({ site: id, version }),
  /** Brings a site back within an hour of its removal, with its keys. Later: `undo-over`. */
  'sites:restore': z.strictObject({ site: id }),

  /** Where logged tickets are sent. */
  'webhook:read': z.strictObject({}),
  /** `hosts` are the names, addresses and networks that may be called. `newSecret` replaces the signing key, and answers the new one this once. */
  'webhook:save': z.strictObject({
    version,
    url: webAddress.nullable(),
    hosts: z.array(host).max(50),
    enabled: z.boolean(),
    newSecret: z.boolean(),
  }),

  /** What administrators did, the newest first, 50 at a time, before the given number. */
  'audit:list': z.strictObject({ before: z.int().min(1).nullable() }),
}

export interface TeamSettings {
  id: string
  name: string
  tier: number
  hours: OpeningHours | null
  topics: { id: string; name: string }[]
  version: number
}

/** A text that agents keep ready. */
export interface CannedReply {
  id: string
  name: string
  text: string
  whose: z.output<typeof whose>
  version: number
}

/** A host page and how its tokens are checked. A secret is never part of it. */
export interface Site {
  id: string
  name: string
  issuer: string
  audience: string
  algorithm: 'HS256' | 'RS256' | 'ES256'
  publicKey: string | null
  /** Until when the key before this one is still good. */
  previousUntil: string | null
  version: number
}

/** `secret` is shown this once, and is null where nothing new was made. */
export interface SiteWithSecret {
  site: Site
  secret: string | null
}

export interface Webhook {
  url: string | null
  /** Hosts and networks that may be called; that of `url` must be among them. */
  hosts: string[]
  enabled: boolean
  hasSecret: boolean
  version: number
}

/** One line of the audit log. Nobody can change or delete it. */
export interface AuditRecord {
  number: number
  at: string
  /** Null: done on the server itself, or by nobody who is signed in. */
  who: { id: string; name: string } | null
  /** What was done, such as `people:invite`. */
  what: string
  subject: { id: string; name: string } | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  request: string | null
  address: string | null
}

export interface AdminAnswers {
  'teams:list': { teams: TeamSettings[] }
  'teams:save': TeamSettings
  'teams:remove': null
  'teams:restore': TeamSettings
  'settings:read': { settings: DeskSettings; version: number }
  'settings:save': { settings: DeskSettings; version: number }
  'look:read': { look: WidgetLook; version: number }
  'look:save': { look: WidgetLook; version: number }
  'origins:read': { origins: string[]; version: number }
  'origins:save': { origins: string[]; version: number }
  'replies:list': { replies: CannedReply[] }
  'replies:save': CannedReply
  'replies:remove': null
  'sites:list': { sites: Site[] }
  'sites:add': SiteWithSecret
  'sites:change': Site
  'sites:rotate': SiteWithSecret
  'sites:remove': null
  'sites:restore': Site
  'webhook:read': Webhook
  'webhook:save': { webhook: Webhook; secret: string | null }
  'audit:list': { records: AuditRecord[]; more: boolean }
}

/** Stricter than URL, which lets a host hold what would end a directive of the Content-Security-Policy. */
function isOrigin(written: string) {
  return /^https?:\/\/[a-z0-9.:[\]-]+$/.test(written) && URL.canParse(written) && new URL(written).origin === written
}

function unlike(list: readonly string[]) {
  return new Set(list).size === list.length
}

function isZone(name: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
