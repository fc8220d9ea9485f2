import type { AgentChat } from '../../shared/client/chat.ts'
import { type ClosingRules, missingIn, needsWords } from '../../shared/closing.ts'
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

/**
 * The form of a wrap-up; what was written into it before is there again. `rules` are those of its team, as far as they are known;
 * `after` is called once it is kept.
 */
export function createWrapUp(chat: AgentChat, session: Session, rules: () => ClosingRules, after: () => void): Form<WrapUpValues> {
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
      about: {
        'category-needed': 'category',
        'resolution-needed': 'resolution',
        'minutes-needed': 'minutes',
        'duplicate-needed': 'duplicateOf',
      },
      check: ({ subject, category, code, resolution, minutes, duplicateOf }) => {
        const missing = missingIn(rules(), {
          ...{ code, resolution, minutes: minutes !== null, original: duplicateOf !== null },
          category: category !== null || session.categories.open.peek().length === 0,
        })
        const isMinutes = minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440)
        return {
          subject: subject.trim() ? null : words.wrapUp.subjectMissing,
          category: missing.includes('category-needed') ? words.wrapUp.categoryMissing : null,
          code: code ? null : words.chats.codeMissing,
          resolution: missing.includes('resolution-needed') ? resolutionMissing(resolution, rules().resolution) : null,
          minutes: !isMinutes || missing.includes('minutes-needed') ? words.wrapUp.minutesWrong : null,
          duplicateOf: missing.includes('duplicate-needed') ? words.wrapUp.duplicateMissing : null,
        }
      },
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

/** Nothing at all is missing, or so many characters. */
export const resolutionMissing = (written: string, least: number) =>
  written.trim() === '' ? words.chats.resolutionMissing : words.wrapUp.resolutionShort(least - written.trim().length)

/** Fills in what is suggested where nothing was written yet; `called` is the ticket's name so far. */
export function fillIn(form: Form<WrapUpValues>, { category, minutes, code, resolution, subject }: WrapUpSuggestion, called: string) {
  const now = form.values.peek()
  const isFresh = now.code === '' && now.resolution === ''
  form.fillIn({
    ...(now.category === null && category && { category: category.id }),
    ...(now.minutes === null && { minutes }),
    ...(now.subject === called && subject && { subject }),
    ...(isFresh && code && { code: code.is }),
    ...(isFresh && resolution && needsWords(code?.is ?? '') && { resolution: resolution.text }),
  })
}

/** Chooses how it ended. What the desk took for its resolution goes where none is needed, and comes back where one is. */
export function chooseCode(form: Form<WrapUpValues>, code: Code | '', suggestion: WrapUpSuggestion | null) {
  const { resolution } = form.values.peek()
  const taken = suggestion?.resolution?.text ?? ''
  if (resolution !== '' && resolution !== taken) form.set({ code })
  else form.set({ code, resolution: needsWords(code) ? taken : '' })
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
