import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import type { Who } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { refuse } from '../../shared/refusal.ts'
import { may } from './access.ts'

/** A supervisor's word in the ear of whoever has the chat: a note like any other, marked as his. */
export function whisper(conversation: Conversation, who: Who, { text }: Act & { kind: 'whisper' }): Trace[] {
  if (who.kind !== 'agent' || !may(who, 'whisper', conversation)) refuse('not-allowed')
  const { status, agent } = conversation
  if (!agent || (status !== 'active' && status !== 'held')) refuse('not-active')
  if (agent === who.id) refuse('impossible-now')
  return [{ kind: 'noted', to: agent, body: { text } }]
}
