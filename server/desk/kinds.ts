import type { Conversation } from '../../shared/conversation.ts'
import { turnOf } from '../../shared/queue.ts'
import type { Need } from '../../shared/skills.ts'
import type { Head, Waiting } from './line/line-ports.ts'
import type { Directory } from './ports.ts'

type Asking = Pick<Waiting, 'topic' | 'needs' | 'keptFor' | 'widened'>
type Topics = Pick<Directory, 'topic'>

/** What a conversation asks of its agent: what was said of it, else what its topic says; only preferred once its line has widened. */
export function needsOf({ topic, needs, widened }: Asking, directory: Topics): readonly Need[] {
  const asked = needs ?? (topic ? (directory.topic(topic)?.needs ?? []) : [])
  return widened ? asked.map((need) => ({ ...need, required: false })) : asked
}

/**
 * Among which kind of its team's line it waits: all of one kind can be given to the same agents, so that one who cannot be given
 * to anybody stands before nobody who can. The plain kind has no name.
 */
export function kindOf(waiting: Asking, directory: Topics): string {
  if (waiting.keptFor) return `agent ${waiting.keptFor.agent}`
  const required = needsOf(waiting, directory).filter(({ required }) => required)
  if (required.length === 0) return ''
  const named = required.map(({ skill, level }) => `${skill.toLocaleLowerCase()} ${level}`)
  return `skills ${[...new Set(named)].sort().join(', ')}`
}

/** As routing sees it. */
export function headOf(waiting: Waiting, directory: Topics): Head {
  const { conversation, passedBy, language = null, keptFor } = waiting
  return { conversation, passedBy, language, needs: needsOf(waiting, directory), keptFor: keptFor?.agent ?? null }
}

/** Where it stands in its team's line: at which turn, among which kind. */
export const standOf = (waiting: Waiting, directory: Topics) => ({
  turn: turnOf(waiting.waitingSince, waiting.priority, waiting.vip),
  kind: kindOf(waiting, directory),
})

/** A conversation as the line sees it; null if it does not wait. */
export function waitingFrom(conversation: Conversation): Waiting | null {
  const { id, requester, team, waitingSince, ticket, passedBy, offer, topic, needs, language, keptFor, widened, vip } = conversation
  if (conversation.status !== 'waiting' || !waitingSince) return null
  const asking = { topic, ...(needs && { needs }), ...(language && { language }), ...(keptFor && { keptFor }) }
  const rank = { ...(widened && { widened }), ...(vip && { vip }) }
  return { conversation: id, requester, team, waitingSince, priority: ticket.priority, passedBy, offer, ...asking, ...rank }
}
