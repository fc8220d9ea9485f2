import type { CallChannel, CallOutcome } from '../../shared/call.ts'
import type { Outcome } from '../../shared/guide.ts'
import type { GuideMove } from '../../shared/guide-replay.ts'
import type { KnownRequester } from '../../shared/protocol/call.ts'
import type { IncomingCall } from '../../shared/protocol/telephony.ts'
import type { Asked } from '../../shared/protocol.ts'
import { Refused } from '../../shared/refusal.ts'
import { type Code, ticketLabel } from '../../shared/ticket.ts'
import { words } from '../later-words.ts'
import { createForm, type Form } from './form.ts'
import { callIn, freeSlot, type Slot, writeDown } from './half-logged.ts'
import { callsNow, letGo } from './incoming-calls.ts'
import type { Session } from './session.ts'
import type { UnsavedForm } from './unsaved.ts'

/** What is written down of a call. */
export interface CallValues {
  /** Under which id it is logged; empty until it was tried for the first time. */
  conversation: string
  channel: CallChannel
  person: KnownRequester | null
  isNew: boolean
  name: string
  email: string
  phone: string
  topic: string
  category: string | null
  asked: string
  steps: { what: string; outcome: Outcome }[]
  /** A step that is being written. */
  nextStep: string
  guide: { guide: string; edition: number; moves: GuideMove[] } | null
  outcome: CallOutcome['is']
  code: Code | ''
  resolution: string
  team: string
  ask: string
  minutes: number | null
  /** When its writing was begun. */
  began: number
  /** Somebody new who is kept already, since this was logged before and taken back. */
  newcomer: { id: string; name: string; email: string } | null
}

export type CallForm = Form<CallValues>

const nothing: Omit<CallValues, 'began'> = {
  conversation: '',
  channel: 'phone',
  person: null,
  isNew: false,
  name: '',
  email: '',
  phone: '',
  topic: '',
  category: null,
  asked: '',
  steps: [],
  nextStep: '',
  guide: null,
  outcome: 'resolved',
  code: 'solved',
  resolution: '',
  team: '',
  ask: '',
  minutes: null,
  newcomer: null,
}

const minute = 60_000
const longestGuess = 120
/** So many steps a call holds. */
export const mostSteps = 50

/** How long its writing took; null where that says nothing any more. */
export function minutesSince(began: number, now: number): number | null {
  const minutes = Math.max(1, Math.ceil((now - began) / minute))
  return minutes > longestGuess ? null : minutes
}

/** The form of a call, of whoever is calling if it is of one that rings; what was written into it before is there again. */
export function createCallLog(session: Session, slot: Slot): CallForm {
  const { connection, notices, overlay, clock } = session
  const call = callIn(slot)
  const begun = { ...callerIn(callsNow.peek().find(({ id }) => id === call) ?? null), began: clock.now.peek() }
  const form: CallForm = createForm<CallValues>(
    { ...nothing, ...begun },
    {
      unsaved: keptWith(begun, session.wrapUps.of<CallValues>(slot)),
      check,
      about: {
        'category-needed': 'category',
        'no-such-category': 'category',
        'resolution-needed': 'resolution',
        'minutes-needed': 'minutes',
        'own-team': 'team',
        'no-such-topic': 'topic',
        'not-found': 'person',
      },
      async save(values) {
        const conversation = values.conversation || crypto.randomUUID()
        form.set({ conversation, began: values.began })
        const asked = askedIn(values, conversation, clock.now.peek())
        const { number } = await connection.ask('call:log', asked).catch((error: unknown) => {
          // The first try was kept after all: what was changed since is another call.
          if (error instanceof Refused && (error.code === 'act-differs' || isTaken(error, asked)))
            form.set({ conversation: '', newcomer: null })
          throw error
        })
        // It is logged: nothing of it is left for the next.
        form.set({ conversation: values.conversation })
        overlay.close()
        if (call) void letGo(session, call, true).catch(() => undefined)
        notices.done(words.calls.logged(ticketLabel(number), values.person?.name ?? values.name.trim()), async () => {
          await connection.ask('call:undo', { conversation })
          const free = freeSlot(session, conversation)
          session.wrapUps.of<CallValues>(free).write({ ...values, conversation: '', newcomer: newcomerIn(asked) })
          writeDown(session, free)
        })
      },
    },
  )
  return form
}

/** What was known when it was begun is kept with what is written: the card may be gone by then. */
const keptWith = (begun: Partial<CallValues>, kept: UnsavedForm<CallValues>): UnsavedForm<CallValues> => ({
  read: kept.read,
  write: (changed) => kept.write(Object.keys(changed).length > 0 ? { ...begun, ...changed } : {}),
})

/** Somebody new under the id of somebody who is known: he was kept, under what was written then. */
const isTaken = ({ code }: Refused, { who }: Asked<'call:log'>) => code === 'not-found' && 'id' in who

const newcomerIn = ({ who }: Asked<'call:log'>) => ('id' in who ? { id: who.id, name: who.name, email: who.email ?? '' } : null)

/** What the telephone knows of him. */
function callerIn(call: IncomingCall | null): Partial<CallValues> {
  if (!call) return {}
  const { number: phone, people } = call
  if (people.length === 0) return { phone, isNew: phone !== '' }
  return { phone, person: people.length === 1 ? (people[0] ?? null) : null }
}

function check(values: CallValues) {
  const { person, isNew, name, email, phone, asked, outcome, code, team, ask, minutes } = values
  const texts = words.calls
  return {
    person: person || isNew ? null : texts.personMissing,
    name: isNew && !name.trim() ? texts.nameMissing : null,
    email: isNew && email.trim() && !/^\S+@\S+$/.test(email.trim()) ? texts.emailWrong : null,
    phone: phone.trim() && !/^\+?[\d\s()./-]{2,40}$/.test(phone.trim()) ? texts.phoneWrong : null,
    asked: asked.trim() ? null : texts.askedMissing,
    code: outcome === 'resolved' && !code ? texts.codeMissing : null,
    team: outcome === 'escalate' && !team ? texts.teamMissing : null,
    ask: outcome === 'escalate' && !ask.trim() ? texts.askMissing : null,
    minutes: minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440) ? null : texts.minutesWrong,
  }
}

function askedIn(values: CallValues, conversation: string, now: number): Asked<'call:log'> {
  const { channel, topic, category, asked, steps, nextStep, guide, minutes, began } = values
  return {
    conversation,
    channel,
    who: whoIn(values, conversation),
    topic: topic || null,
    category,
    asked: asked.trim(),
    steps: [...steps, { what: nextStep, outcome: 'done' as const }].filter(({ what }) => what.trim() !== '').slice(0, mostSteps),
    guide: guide && guide.moves.length > 0 ? guide : null,
    outcome: outcomeIn(values),
    minutes: minutes ?? minutesSince(began, now),
  }
}

/** Somebody new is called by the id of his first call: tried again, or logged again, he is the same. */
function whoIn({ person, newcomer, ...written }: CallValues, id: string): Asked<'call:log'>['who'] {
  const [name, email, number] = [written.name.trim(), written.email.trim(), written.phone.trim()]
  if (person) return { known: person.id, ...(number && { phone: number }) }
  const isSame = newcomer?.name === name && newcomer.email === email
  return { id: isSame ? newcomer.id : id, name, email: email || null, phone: number || null }
}

function outcomeIn({ outcome, code, resolution, team, ask }: CallValues): Asked<'call:log'>['outcome'] {
  if (outcome === 'escalate') return { is: outcome, team, ask: ask.trim() }
  if (outcome === 'open' || !code || code === 'duplicate') return { is: 'open' }
  return { is: 'resolved', code, resolution: resolution.trim() }
}
