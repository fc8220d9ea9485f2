import type { Heard } from '../../shared/protocol.ts'
import type { TicketReach } from '../desk/tickets/tickets.ts'

type Wanted = Heard<'ticket:list'>
export type Sort = Wanted['sort']

/** Puts a value among the parameters, and returns its place. Nothing that was asked ever becomes part of a statement. */
export type Put = (value: unknown) => string

export function parameters() {
  const values: unknown[] = []
  return { values, put: (value: unknown) => `$${values.push(value)}` }
}

export const where = (conditions: string[]) => (conditions.length > 0 ? `where ${conditions.join(' and ')}` : '')

/** Which tickets a list may hold, and to which it is narrowed. */
export function conditionsOf({ agent, teams }: TicketReach, filters: Wanted['filters'], put: Put): string[] {
  const { status, team, owner, priority, channel, requester, category, code, promise, work, openedFrom, openedTo, openedDays } = filters
  const { incident } = filters
  const conditions: string[] = []
  if (teams !== 'all') conditions.push(reachable(put(agent), put(teams)))
  if (status) conditions.push(`status = any(${put(status)}::text[])`)
  if (team) conditions.push(`team_id = ${put(team)}`)
  if (owner === 'none') conditions.push('communication_owner is null and work_owner is null')
  else if (owner) conditions.push(ownedBy(put(owner === 'me' ? agent : owner)))
  if (priority) conditions.push(`priority = any(${put(priority)}::int[])`)
  if (channel) conditions.push(`channel = ${put(channel)}`)
  if (requester) conditions.push(`requester_id = ${put(requester)}`)
  if (category) conditions.push(category === 'none' ? 'category_id is null' : inBranch(put(category)))
  if (code) conditions.push(`code = ${put(code)}`)
  if (promise) conditions.push(promise === 'open' ? 'promised_until is not null' : 'promised_until <= now()')
  if (incident) conditions.push(incident === 'any' ? 'incident_id is not null' : `incident_id = ${put(incident)}`)
  if (work) conditions.push(...sentOn(work, teams === 'all' ? null : put(teams)))
  if (filters.target) conditions.push(...timed[filters.target])
  if (openedDays) conditions.push(`opened_at >= now() - make_interval(days => ${put(openedDays)})`)
  if (openedFrom) conditions.push(`opened_at >= ${put(openedFrom)}`)
  if (openedTo) conditions.push(`opened_at < ${put(openedTo)}`)
  return conditions
}

const ownedBy = (agent: string) => `(communication_owner = ${agent}::uuid or work_owner = ${agent}::uuid)`

/** What an agent sees for himself, whatever his teams are: each of these ways for itself. */
export const mine = (agent: string) => [
  `communication_owner = ${agent}::uuid`,
  `work_owner = ${agent}::uuid`,
  `exists (select from speakers where speakers.conversation_id = tickets.conversation_id and agent_id = ${agent}::uuid)`,
]

/** What is due at all, soon, or late by now; and what missed a target, whatever became of it. */
const timed = {
  running: ['target_due is not null'],
  soon: ['target_due is not null', 'target_near <= now()', 'target_due > now()'],
  late: ['target_due <= now()'],
  missed: ['target_missed'],
} as const

const sentOn = (work: 'waiting' | 'sent', teams: string | null) => [
  'work_team_id is not null',
  ...(work === 'waiting' ? ['work_owner is null', ...(teams ? [`work_team_id = any(${teams}::uuid[])`] : [])] : []),
]

const reachable = (agent: string, teams: string) =>
  `(team_id = any(${teams}::uuid[]) or work_team_id = any(${teams}::uuid[]) or ${mine(agent).join(' or ')})`

/** The category and all below it. */
const inBranch = (category: string) => `category_id in (
    with recursive branch as (
      select id from categories where id = ${category}::uuid
      union all select categories.id from categories join branch on categories.parent_id = branch.id)
    select id from branch)`
