import type { Conversation } from '../../../shared/conversation.ts'
import type { Entry } from '../../../shared/entry.ts'
import type { WrapUpSuggestion } from '../../../shared/protocol/ticket.ts'
import type { Directory } from '../ports.ts'
import { closingOf } from './closing-words.ts'
import type { Likeness } from './tickets.ts'

const mostShown = 5
const mostMinutes = 1440

/** What a wrap-up may begin with. Nothing of it is written down before the agent says so. */
export function suggestionFor(
  conversation: Conversation,
  { similar, ofTopic }: Likeness,
  minutes: number,
  timeline: readonly Entry[],
  desk: Directory,
): WrapUpSuggestion {
  const left = Math.ceil(minutes) - (conversation.ticket.minutes ?? 0)
  return {
    category: suggestedCategory({ similar, ofTopic }, desk),
    minutes: Math.min(Math.max(left, 1), mostMinutes),
    similar: similar.slice(0, mostShown).map(({ weight, categoryId, ...ticket }) => ticket),
    ...closingOf(timeline, conversation.requester),
    rules: desk.routing(conversation.team).closing,
  }
}

/** What tickets with the same words were about; else, what others of the topic were about. Only what may still be chosen. */
function suggestedCategory({ similar, ofTopic }: Likeness, desk: Directory): WrapUpSuggestion['category'] {
  const isOpen = (id: string) => desk.category(id)?.closed === false
  const weights = new Map<string, number>()
  for (const { categoryId, weight } of similar) {
    if (categoryId && isOpen(categoryId)) weights.set(categoryId, (weights.get(categoryId) ?? 0) + weight)
  }
  const [likest] = [...weights].toSorted(([, one], [, other]) => other - one)
  if (likest) return { id: likest[0], why: 'similar' }
  const usual = ofTopic.find(isOpen)
  return usual ? { id: usual, why: 'topic' } : null
}
