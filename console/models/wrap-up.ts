import type { AgentChat } from '../../shared/client/chat.ts'
import type { LinkedTicket, WrapUpSuggestion } from '../../shared/protocol/ticket.ts'
import type { Code } from '../../shared/ticket.ts'
import { words } from '../words.ts'
import { createForm, type Form } from './form.ts'
import type { Session } from './session.ts'

/** What a wrap-up says. */
export interface WrapUpValues {
  subject: string
  category: string | null
  code: Code | ''
  resolution: string
  minutes: number | null
  duplicateOf: LinkedTicket | null
}

/** Outcomes that explain themselves: they need neither a sentence nor a category. */
const plain: readonly (Code | '')[] = ['no-answer', 'duplicate', 'spam']

export const needsWords = (code: Code | '') => !plain.includes(code)

/** The form of a wrap-up; what was written into it before is there again. `after` is called once it is kept. */
export function createWrapUp(chat: AgentChat, session: Session, after: () => void): Form<WrapUpValues> {
  const ticket = chat.state.peek()?.ticket
  return createForm<WrapUpValues>(
    {
      subject: ticket?.subject ?? '',
      category: ticket?.categoryId ?? null,
      code: '',
      resolution: '',
      minutes: null,
      duplicateOf: null,
    },
    {
      unsaved: session.wrapUps.of(chat.state.peek()?.id ?? ''),
      check: ({ subject, category, code, resolution, minutes, duplicateOf }) => ({
        subject: subject.trim() ? null : words.wrapUp.subjectMissing,
        category: needsWords(code) && !category && session.categories.open.peek().length > 0 ? words.wrapUp.categoryMissing : null,
        code: code ? null : words.chats.codeMissing,
        resolution: needsWords(code) && !resolution.trim() ? words.chats.resolutionMissing : null,
        minutes: minutes !== null && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440) ? words.wrapUp.minutesWrong : null,
        duplicateOf: code === 'duplicate' && !duplicateOf ? words.wrapUp.duplicateMissing : null,
      }),
      save: async (values) => {
        // Not waited for where there is nothing to say.
        const change = changeIn(chat, values)
        if (change) await chat.act({ kind: 'classify', ...change })
        const { code, resolution, minutes, duplicateOf } = values
        if (!code) return
        await chat.act({
          kind: 'resolve',
          code,
          resolution: resolution.trim(),
          ...(minutes !== null && { minutes }),
          ...(code === 'duplicate' && duplicateOf && { duplicateOf: duplicateOf.conversation }),
        })
        after()
      },
    },
  )
}

/** What differs from the ticket is said before it is resolved; null where nothing does. */
function changeIn(chat: AgentChat, { subject, category }: WrapUpValues) {
  const ticket = chat.state.peek()?.ticket
  const change = {
    ...(subject.trim() !== ticket?.subject && { subject: subject.trim() }),
    ...(category !== null && category !== ticket?.categoryId && { category }),
  }
  return Object.keys(change).length > 0 ? change : null
}

/** Fills in what is suggested where nothing stands yet. */
export function fillIn(form: Form<WrapUpValues>, { category, minutes }: WrapUpSuggestion) {
  const now = form.values.peek()
  form.fillIn({
    ...(now.category === null && category && { category: category.id }),
    ...(now.minutes === null && { minutes }),
  })
}

/** The last thing that this agent told the requester: often it is what solved it. */
export function lastSaid(chat: AgentChat, me: string): string {
  const said = chat.entries.value.findLast((entry) => entry.kind === 'said' && entry.by === me && entry.body?.text)
  return said?.kind === 'said' ? (said.body?.text ?? '') : ''
}

/** Which of my chats wants me next: who waits for my answer longest, then what is still to be wrapped up, then any other. */
export function nextAfter({ desk }: Session, conversation: string): string | null {
  const others = desk.mine.peek().filter(({ id }) => id !== conversation)
  const toWrapUp = desk.toWrapUp.peek().find(({ id }) => id !== conversation)
  return (others.find(({ unansweredSince }) => unansweredSince) ?? toWrapUp ?? others[0])?.id ?? null
}
