import type { Conversation } from '../../../shared/conversation.ts'
import type { Trace } from '../../../shared/entry.ts'
import type { Who } from '../../../shared/people.ts'
import type { Act } from '../../../shared/protocol/conversation.ts'
import { refuse } from '../../../shared/refusal.ts'
import { may } from '../access.ts'

/** An agent sends an article, as it is published now. What it is was looked up by then: this act is never on the wire. */
export interface SendArticle {
  kind: 'send-article'
  article: string
  edition: number
  title: string
}

/** So many different ones lie before one requester: nobody reads more. */
const mostSent = 20

/** Lays it before the requester. Sent once more, it asks him anew. */
export function sendArticle(conversation: Conversation, who: Who, { article, edition, title }: SendArticle): Trace[] {
  if (who.kind !== 'agent' || !may(who, 'speak', conversation)) refuse('not-owner')
  if (conversation.status === 'ended') refuse('already-ended')
  const others = (conversation.articles ?? []).filter((one) => one.article !== article)
  if (others.length >= mostSent) refuse('impossible-now')
  return [{ kind: 'article-sent', article, edition, body: { title } }]
}

/** Whether it helped: a step on the ticket, also after the talking is over. He may change his mind. */
export function answerArticle(conversation: Conversation, who: Who, { article, helped }: Act & { kind: 'answer-article' }): Trace[] {
  if (who.kind !== 'requester') refuse('not-allowed')
  const sent = conversation.articles?.find((one) => one.article === article) ?? refuse('impossible-now')
  const { status } = conversation.ticket
  if (status === 'closed' || status === 'cancelled') refuse('impossible-now')
  return sent.helped === helped ? [] : [{ kind: 'article-answered', article, helped, body: { title: sent.title } }]
}
