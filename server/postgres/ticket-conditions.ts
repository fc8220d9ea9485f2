import type { Heard } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'
import type { TicketReach } from '../desk/tickets.ts'

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
  const { status, team, owner, priority, channel, requester, openedFrom, openedTo } = filters
  const conditions: string[] = []
  if (teams !== 'all') conditions.push(reachable(put(agent), put(teams)))
  if (status) conditions.push(`status = any(${put(status)}::text[])`)
  if (team) conditions.push(`team_id = ${put(team)}`)
  if (owner === 'none') conditions.push('communication_owner is null and work_owner is null')
  else if (owner) conditions.push(ownedBy(put(owner === 'me' ? agent : owner)))
  if (priority) conditions.push(`priority = any(${put(priority)}::int[])`)
  if (channel) conditions.push(`channel = ${put(channel)}`)
  if (requester) conditions.push(`requester_id = ${put(requester)}`)
  if (openedFrom) conditions.push(`opened_at >= ${put(openedFrom)}`)
  if (openedTo) conditions.push(`opened_at < ${put(openedTo)}`)
  return conditions
}

const ownedBy = (agent: string) => `(communication_owner = ${agent}::uuid or work_owner = ${agent}::uuid)`

const reachable = (agent: string, teams: string) =>
  `(team_id = any(${teams}::uuid[]) or ${ownedBy(agent)} or exists (
    select from speakers where speakers.conversation_id = tickets.conversation_id and agent_id = ${agent}::uuid))`

/** Each order ends in the number, so that no two tickets share a place. */
export const orders: Record<Sort, string> = {
  changed: 'changed_at desc, number desc',
  opened: 'opened_at desc, number desc',
  priority: 'priority, changed_at desc, number desc',
}

/** Where a page ended, times and numbers in the words of the database so that nothing is rounded. */
type Key = [sort: Sort, priority: number, at: string, number: string]

export function keyOf(row: { priority: number; opened_key: string; changed_key: string; number: string }, sort: Sort): string {
  const key: Key = [sort, row.priority, sort === 'opened' ? row.opened_key : row.changed_key, row.number]
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Only what comes after the page before. */
export function positionIn({ sort, after }: Pick<Wanted, 'sort' | 'after'>, put: Put): string[] {
  if (after === null) return []
  const [, priority, at, number] = keyIn(after, sort)
  const later = `(${sort === 'opened' ? 'opened_at' : 'changed_at'}, number) < (${put(at)}::timestamptz, ${put(number)}::bigint)`
  if (sort !== 'priority') return [later]
  const level = put(priority)
  return [`priority >= ${level}::int and (priority > ${level}::int or ${later})`]
}

function keyIn(after: string, sort: Sort): Key {
  try {
    const [was, priority, at, number] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[]
    const isKey = was === sort && Number.isInteger(priority) && typeof at === 'string' && typeof number === 'string'
    if (isKey && !Number.isNaN(Date.parse(at)) && /^\d{1,18}$/.test(number)) return [sort, Number(priority), at, number]
  } catch {
    // Whatever cannot be read was not ours.
  }
  return refuse('malformed')
}
