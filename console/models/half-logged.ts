import { signal } from '@preact/signals'
import { words } from '../later-words.ts'
import type { CallValues } from './call-log.ts'
import { callNow } from './incoming-calls.ts'
import type { Session } from './session.ts'

/** Under which name a log is kept while it is written: of a call that rang, its own. */
export type Slot = 'call' | `call:${string}`

const opened = signal<Slot | null>(null)

/** The log that was asked for, while its dialog is open. */
export const openedLog = { now: opened, close: () => (opened.value = null) }

/** Opens a log: of this call, or the one that was begun without any. */
export function writeDown({ overlay }: Session, slot: Slot): void {
  opened.value = slot
  overlay.open('call')
}

export const slotOf = (call: string): Slot => `call:${call}`

/** The id that stands in a slot; null where it is of no call. */
export const callIn = (slot: Slot) => (slot === 'call' ? null : slot.slice('call:'.length))

const isSlot = (name: string): name is Slot => name === 'call' || name.startsWith('call:')

/** What was begun and is not logged yet, the latest first. */
export const halfLogged = ({ wrapUps }: Session): { slot: Slot; values: Partial<CallValues> }[] =>
  wrapUps
    .names()
    .filter(isSlot)
    .map((slot) => ({ slot, values: wrapUps.of<CallValues>(slot).read() }))
    .toSorted((one, other) => (other.values.began ?? 0) - (one.values.began ?? 0))

/** With which log one begins: of whoever is calling, else what is half written, whatever became of its card. */
export function firstSlot(session: Session): Slot {
  const call = callNow.peek()
  if (call) return slotOf(call.id)
  const halves = halfLogged(session)
  return halves.some(({ slot }) => slot === 'call') ? 'call' : (halves[0]?.slot ?? 'call')
}

/** A slot in which nothing is written that this would lay itself over. */
export const freeSlot = (session: Session, call: string): Slot =>
  halfLogged(session).some(({ slot }) => slot === 'call') ? slotOf(call) : 'call'

/** By what somebody knows again what he began. */
export const titleOf = ({ person, name, phone, asked }: Partial<CallValues>) =>
  person?.name || name?.trim() || phone?.trim() || asked?.trim().split('\n')[0]?.slice(0, 60) || words.calls.nobodyYet
