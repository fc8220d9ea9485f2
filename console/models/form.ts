import { type ReadonlySignal, signal } from '@preact/signals'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'

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
}

/** A form that begins with `initial`. Errors appear with the first try to save, and then follow what is written. */
export function createForm<T extends object>(initial: T, { check, save }: Rules<T>): Form<T> {
  const values = signal(initial)
  const errors = signal<Errors<T>>({})
  const state = signal<'idle' | 'busy' | 'saved'>('idle')
  const refusal = signal<RefusalCode | null>(null)
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
    try {
      await save(values.peek())
      state.value = 'saved'
    } catch (error) {
      state.value = 'idle'
      refusal.value = error instanceof Refused ? error.code : 'unavailable'
    }
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
