import { mostAdvice } from '../../shared/advice.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Trace } from '../../shared/entry.ts'
import type { Helping, Who } from '../../shared/people.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { refuse } from '../../shared/refusal.ts'
import { may } from './access.ts'
import type { DeskView } from './ports.ts'

/** "What would you do?" Whoever is asked may read along, and gets nothing else by it: neither the chat nor the work. */
export function askAdvice(
  conversation: Conversation,
  who: Who,
  { agent, text }: Act & { kind: 'ask-advice' },
  id: string,
  desk: DeskView,
): Trace[] {
  noteTaker(conversation, who)
  const asked = desk.agent(agent)
  if (!asked || asked.disabled || agent === who.id) refuse('no-such-agent')
  if ((conversation.advice ?? []).length >= mostAdvice) refuse('impossible-now')
  return [{ kind: 'noted', to: agent, advice: id, body: { text } }]
}

/** A word in such a thread, by whoever is in it or may write notes there. */
export function advise(conversation: Conversation, who: Who, { advice, text }: Act & { kind: 'advise' }): Trace[] {
  noteTaker(conversation, who)
  if (!conversation.advice?.some(({ id }) => id === advice)) refuse('not-found')
  return [{ kind: 'noted', advice, body: { text } }]
}

function noteTaker(conversation: Conversation, who: Who): Helping {
  if (who.kind !== 'agent' || !may(who, 'note', conversation)) refuse('not-allowed')
  return who
}
