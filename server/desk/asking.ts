import type { Answer } from '../../shared/entry.ts'
import type { LookField } from '../../shared/look.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { refuse } from '../../shared/refusal.ts'

type Answered = NonNullable<(Act & { kind: 'open' })['answers']>

/**
 * What a requester answered, in the words and the order in which the desk asks it now. Refused where something is missing that
 * the desk needs. What it no longer asks, or not like that, is `besides`: a page may be older, and nothing of it is lost.
 */
export function answersIn(answered: Answered, fields: readonly LookField[]): { asked: Answer[]; besides: Answer[] } {
  const fitting = new Map(fields.flatMap((field) => answerTo(field, answered) ?? []))
  if (fields.some(({ id, required }) => required && !fitting.has(id))) refuse('answers-needed')
  const besides = answered.filter(({ field, text }) => text && !fitting.has(field)).map(({ label, text }) => ({ label, text }))
  return { asked: [...fitting.values()], besides }
}

function answerTo({ id, label, choices }: LookField, answered: Answered): [string, Answer][] | null {
  const text = answered.find(({ field }) => field === id)?.text
  if (!text || (choices.length > 0 && !choices.includes(text))) return null
  return [[id, { label, text }]]
}

/** A first message as everybody reads it: the words, and below them what was answered. */
export const withAnswers = (text: string, answers: readonly Answer[]) =>
  answers.length > 0 ? `${text}\n\n${answers.map((answer) => `${answer.label}: ${answer.text}`).join('\n')}` : text
