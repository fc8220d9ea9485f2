import type { Conversation } from '../../shared/conversation.ts'
import type { Who } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { may } from './access.ts'
import type { AgentView, DeskView } from './ports.ts'

/** Whom a note names, and what they were called in it: colleagues who may read it. Nobody else hears of it, for it is not for him. */
export function mentionedIn(conversation: Conversation, who: Who, { mentions = [] }: Act & { kind: 'note' }, desk: DeskView) {
  const heard = new Map(mentions.map(({ agent, as }) => [agent, as]))
  const named = [...heard].filter(([agent]) => agent !== who.id && mayHear(desk.agent(agent), conversation))
  return named.length === 0 ? null : { ids: named.map(([agent]) => agent), as: named.map(([, as]) => as) }
}

/** Whether this agent may be told what is written there. */
export const mayHear = (agent: AgentView | null, conversation: Conversation) =>
  agent !== null && !agent.disabled && may({ ...agent, kind: 'agent' }, 'read', conversation)
