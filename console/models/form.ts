import { type ReadonlySignal, signal } from '@preact/signals'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import { words } from '../words.ts'

/** What is wrong with which field, in words. */
export type Errors<T> = Partial<Record<keyof T, string | null>>

/** Values on their way to the server: written, checked at their fields, saved or refused. */
export interface Form<T> {
  values: ReadonlySignal<T>
  errors: ReadonlySignal<Errors<T>>
  state: ReadonlySignal<'idle' | 'busy' | 'saved'>
  refusal: ReadonlySignal<RefusalCode | null>
  set(change: Partial<T>): void
  submit(event?: Event): Promise<void>
}

interface Rules<T> {
  check(values: T): Errors<T>
  save(values: T): Promise<unknown>
  /** The fields that the server's refusals are about. */
  about?: Partial<Record<RefusalCode, keyof T>>
  /** Called after a saving, with what brings back what was there before. */
  saved?(undo: () => Promise<void>): void
}

/** A form that begins with `initial`. Errors appear with the first try to save, and then follow what is written. */
export function createForm<T extends object>(initial: T, { check, save, about = {}, saved }: Rules<T>): Form<T> {
  const values = signal(initial)
  const errors = signal<Errors<T>>({})
  const state = signal<'idle' | 'busy' | 'saved'>('idle')
  const refusal = signal<RefusalCode | null>(null)
  let kept = initial
  let tried = false

  const mend = () => {
    errors.value = check(values.peek())
    return Object.values(errors.peek()).every((error) => !error)
  }

  async function submit(event?: Event) {
    event?.preventDefault()
    if (state.peek() === 'busy') return
    const form = event?.currentTarget
    tried = true
    if (!mend()) return focusFirstWrong(form)
    state.value = 'busy'
    refusal.value = null
    const [wanted, former] = [values.peek(), kept]
    try {
      await save(wanted)
      kept = wanted
      state.value = 'saved'
      saved?.(() => bringBack(former))
    } catch (error) {
      state.value = 'idle'
      refuse(error instanceof Refused ? error.code : 'unavailable', form)
    }
  }

  function refuse(code: RefusalCode, form: EventTarget | null | undefined) {
    const field = about[code]
    if (field === undefined) {
      refusal.value = code
      return
    }
    errors.value = { ...errors.peek(), [field]: words.refused[code] }
    focusFirstWrong(form)
  }

  async function bringBack(former: T) {
    await save(former)
    kept = former
    values.value = former
    state.value = 'idle'
    errors.value = {}
  }

  return {
    values,
    errors,
    state,
    refusal,
    submit,
    set(change) {
      values.value = { ...values.peek(), ...change }
      if (state.peek() === 'saved') state.value = 'idle'
      if (tried) mend()
    },
  }
}

/** Brings people to the first field that is wrong, once it is drawn as such. */
export function focusFirstWrong(form: EventTarget | null | undefined) {
  if (!(form instanceof HTMLElement)) return
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
