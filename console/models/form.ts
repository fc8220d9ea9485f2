import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import { words } from '../words.ts'
import type { UnsavedForm } from './unsaved.ts'

/** What is wrong with which field, in words. */
export type Errors<T> = Partial<Record<keyof T, string | null>>

/** Values on their way to the server: written, checked at their fields, saved or refused. */
export interface Form<T> {
  values: ReadonlySignal<T>
  errors: ReadonlySignal<Errors<T>>
  state: ReadonlySignal<'idle' | 'busy' | 'saved'>
  refusal: ReadonlySignal<RefusalCode | null>
  /** Whether anything differs from what is saved. */
  isChanged: ReadonlySignal<boolean>
  set(change: Partial<T>): void
  /** What was known only now, as if the form had begun with it. */
  fillIn(known: Partial<T>): void
  /** Back to what is saved. */
  discard(): void
  submit(event?: Event): Promise<void>
}

interface Rules<T> {
  check(values: T): Errors<T>
  save(values: T): Promise<unknown>
  /** The fields that the server's refusals are about. */
  about?: Partial<Record<RefusalCode, keyof T>>
  /** Where it is kept what was written and not saved. */
  unsaved?: UnsavedForm<T>
  /** Called after a saving, with what brings back what was there before. */
  saved?(undo: () => Promise<void>): void
  /** Whether what is wrong is said from the first letter on, and not only with the first try to save. */
  isEager?: boolean
}

/** A form that begins with `initial`. Errors appear with the first try to save, and then follow what is written. */
export function createForm<T extends object>(initial: T, { check, save, about = {}, unsaved, saved, isEager = false }: Rules<T>): Form<T> {
  const values = signal(withChanges(initial, unsaved?.read() ?? {}))
  const errors = signal<Errors<T>>(isEager ? check(values.peek()) : {})
  const state = signal<'idle' | 'busy' | 'saved'>('idle')
  const refusal = signal<RefusalCode | null>(null)
  const kept = signal(initial)
  const changed = computed(() => differing(values.value, kept.value))
  let tried = isEager

  const lay = () => unsaved?.write(changed.peek())
  const stands = (saved: T) => {
    kept.value = saved
    lay()
  }
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
    const [wanted, former] = [values.peek(), kept.peek()]
    try {
      await save(wanted)
      stands(wanted)
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
    values.value = former
    stands(former)
    state.value = 'idle'
    errors.value = {}
  }

  return {
    values,
    errors,
    state,
    refusal,
    isChanged: computed(() => Object.keys(changed.value).length > 0),
    submit,
    set(change) {
      values.value = { ...values.peek(), ...change }
      lay()
      if (state.peek() === 'saved') state.value = 'idle'
      if (tried) mend()
    },
    fillIn(known) {
      const written = changed.peek()
      values.value = { ...values.peek(), ...known, ...written }
      stands({ ...kept.peek(), ...known })
    },
    discard() {
      values.value = kept.peek()
      lay()
      errors.value = {}
      refusal.value = null
      tried = isEager
    },
  }
}

/** A form of which nothing is saved where it is: whatever is written into it stays unsaved. */
export const createDraft = <T extends object>(initial: T, rules: Pick<Rules<T>, 'check' | 'unsaved'>): Form<T> =>
  createForm(initial, { ...rules, isEager: true, save: async () => undefined })

/** The fields in which they differ, as they are written. */
function differing<T extends object>(written: T, kept: T): Partial<T> {
  const fields = (Object.keys(written) as (keyof T)[]).filter((field) => JSON.stringify(written[field]) !== JSON.stringify(kept[field]))
  return Object.fromEntries(fields.map((field) => [field, written[field]])) as Partial<T>
}

/** What was changed before stands again, if the form still asks for it. */
const withChanges = <T extends object>(initial: T, changes: Partial<T>): T => ({
  ...initial,
  ...Object.fromEntries(Object.entries(changes).filter(([field]) => field in initial)),
})

/** Brings people to the first field that is wrong, once it is drawn as such. */
export function focusFirstWrong(form: EventTarget | null | undefined) {
  if (!(form instanceof HTMLElement)) return
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
