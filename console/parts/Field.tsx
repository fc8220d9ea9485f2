import type { JSX } from 'preact'
import { useId } from 'preact/hooks'

/** What ties an input to its label, its hint and its error. */
export interface FieldIds {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
}

interface FieldProps {
  label: string
  /** What it is, where it looks different from others. */
  kind?: string
  hint?: string | JSX.Element | undefined
  error?: string | null | undefined
  children: (ids: FieldIds) => JSX.Element
}

/** A labelled input, with a hint before and an error beside it. */
export function Field({ label, kind, hint, error, children }: FieldProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div class={kind ? `field ${kind}` : 'field'}>
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': Boolean(error) })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
