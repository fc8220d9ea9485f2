import type { Category } from '../../shared/category.ts'
import type { RemoteHelp } from '../../shared/consent.ts'
import type { GuardCount, GuardRules } from '../../shared/guard.ts'
import type { GuideContent } from '../../shared/guide.ts'
import type { WidgetLook } from '../../shared/look.ts'
import type { Named } from '../../shared/people.ts'
import type { CannedReply, Site, SiteWithSecret, TeamSettings, Webhook } from '../../shared/protocol/admin.ts'
import type { Care } from '../../shared/protocol/care.ts'
import type { Guide, GuideAnswers, GuideFigures, GuideRow } from '../../shared/protocol/guide.ts'
import type { IncidentNews, IncidentRow } from '../../shared/protocol/incident.ts'
import type { AgentSkills, SkillAnswers, TopicNeeds } from '../../shared/protocol/skills.ts'
import type { Heard } from '../../shared/protocol.ts'
import type { DeskSettings } from '../../shared/queue.ts'
import type { TeamRouting } from '../../shared/team-routing.ts'
import type { By } from './people.ts'

/** What administrators set up, one port a noun. Every saving is written to the audit log with it, or not done. */
export interface Teams {
  list(): Promise<TeamSettings[]>
  save(by: By, team: Heard<'teams:save'>): Promise<TeamSettings>
  /** With its topics, members, saved replies and views, which come back with it. */
  remove(by: By, team: Heard<'teams:remove'>): Promise<void>
  restore(by: By, team: Heard<'teams:restore'>): Promise<TeamSettings>
}

/** How the lines of teams are routed. */
export interface Routings {
  read(team: string): Promise<Versioned<TeamRouting>>
  save(by: By, wanted: Heard<'routing:save'>): Promise<Versioned<TeamRouting>>
}

/** Who knows what, and what it is asked for. */
export interface SkillsKept {
  read(): Promise<SkillAnswers['skills:read']>
  saveAgent(by: By, wanted: Heard<'skills:save-agent'>): Promise<AgentSkills>
  saveTopic(by: By, wanted: Heard<'skills:save-topic'>): Promise<TopicNeeds>
}

/** Who must not be kept waiting, and who is led back to whom. */
export interface CareKept {
  read(requester: string): Promise<Care>
  save(by: By, wanted: Heard<'care:save'>): Promise<Care>
}

export interface Categories {
  list(): Promise<Category[]>
  save(by: By, category: Heard<'categories:save'>): Promise<Category[]>
  /** With all below it, if no ticket has any of them. */
  remove(by: By, category: Heard<'categories:remove'>): Promise<Category[]>
  restore(by: By, category: Heard<'categories:restore'>): Promise<Category[]>
}

/** Help in steps. */
export interface Guides {
  list(): Promise<GuideRow[]>
  read(guide: string): Promise<Guide>
  edition(guide: string, edition: number): Promise<GuideContent>
  figures(guide: string, now: Date): Promise<GuideFigures>
  overview(now: Date): Promise<GuideAnswers['guides:overview']>
  save(by: By, guide: Heard<'guides:save'>): Promise<Guide>
  publish(by: By, guide: Heard<'guides:publish'>): Promise<Guide>
  withdraw(by: By, guide: Heard<'guides:withdraw'>): Promise<Guide>
  /** With all its editions. */
  remove(by: By, guide: Heard<'guides:remove'>): Promise<void>
  restore(by: By, guide: Heard<'guides:restore'>): Promise<Guide>
}

/** An incident, and who may lead it beside those who oversee all teams: its team, and whoever declared it. */
export type IncidentKept = Omit<IncidentRow, 'mayLead' | 'reopensUntil'>

/** What many people have at the same time. */
export interface Incidents {
  list(now: Date): Promise<IncidentKept[]>
  read(incident: string): Promise<{ incident: IncidentKept; news: IncidentNews[] }>
  /** The places whose pages they may be shown on. */
  sites(): Promise<Named[]>
  declare(by: By, team: string | null, wanted: Heard<'incident:declare'>): Promise<void>
  save(by: By, wanted: Heard<'incident:save'>): Promise<void>
  /** The next news. Written once, whoever asks again. */
  write(by: By, news: IncidentWritten): Promise<void>
  /** What of these is for this requester, and his own tickets of them. */
  of(
    requester: string,
    incidents: readonly string[],
  ): Promise<{ site: string | null; mine: { incident: string; conversation: string; number: number }[] }>
}

/** News as it is written down for all. `nextBy` stays as it was where nothing is said of it. */
export interface IncidentWritten {
  incident: string
  id: string
  text: string
  name: string
  nextBy?: string | null
  isLast: boolean
  /** It is known again; refused where it was over before this moment. */
  reopens?: { since: Date }
}

/** What helps from afar. */
export interface RemoteKept {
  read(): Promise<Versioned<RemoteHelp>>
  save(by: By, wanted: Heard<'remote:save'>): Promise<Versioned<RemoteHelp>>
}

/** What is secret at this desk. */
export interface GuardKept {
  read(): Promise<Versioned<GuardRules>>
  save(by: By, wanted: Heard<'guard:save'>): Promise<Versioned<GuardRules>>
  /** Of the last 30 days, the newest first. */
  counts(now: Date): Promise<GuardCount[]>
}

export interface Versioned<T> {
  value: T
  version: number
}

export interface Settings {
  desk(): Promise<Versioned<DeskSettings>>
  saveDesk(by: By, wanted: Heard<'settings:save'>): Promise<Versioned<DeskSettings>>
  look(): Promise<Versioned<WidgetLook>>
  saveLook(by: By, wanted: Heard<'look:save'>): Promise<Versioned<WidgetLook>>
  origins(): Promise<Versioned<string[]>>
  saveOrigins(by: By, wanted: Heard<'origins:save'>): Promise<Versioned<string[]>>
  webhook(): Promise<Webhook>
  saveWebhook(by: By, wanted: Heard<'webhook:save'>): Promise<{ webhook: Webhook; secret: string | null }>
}

/** Whose replies somebody may see or change besides his own: no others, those of everyone and of these teams, or of all teams. */
export interface ReplyReach {
  agent: string
  shared: 'none' | 'all' | readonly string[]
}

export interface Replies {
  list(reach: ReplyReach): Promise<CannedReply[]>
  save(by: By, reach: ReplyReach, reply: Heard<'replies:save'>): Promise<CannedReply>
  remove(by: By, reach: ReplyReach, reply: Heard<'replies:remove'>): Promise<void>
}

export interface Sites {
  list(): Promise<Site[]>
  add(by: By, site: Heard<'sites:add'>): Promise<SiteWithSecret>
  change(by: By, site: Heard<'sites:change'>): Promise<Site>
  rotate(by: By, site: Heard<'sites:rotate'>): Promise<SiteWithSecret>
  remove(by: By, site: Heard<'sites:remove'>): Promise<void>
  restore(by: By, site: Heard<'sites:restore'>): Promise<Site>
}

/** What was set up anew, for those who keep it in mind. */
export type Changed =
  | 'remote'
  | 'guard'
  | 'people'
  | 'teams'
  | 'routing'
  | 'categories'
  | 'guides'
  | 'incidents'
  | 'settings'
  | 'look'
  | 'origins'
  | 'sites'
  | 'webhook'
