import type { ComponentChildren } from 'preact'
import type { Loaded } from '../models/asked.ts'
import { words } from '../words.ts'

/** Draws what was asked for as soon as it is there; until then, why not yet. */
export function Loading<T>({ from, children }: { from: Loaded<T>; children: (answer: T) => ComponentChildren }) {
  if (from.answer) return <>{children(from.answer)}</>
  if (!from.refusal) return <p role="status">{words.shell.loading}</p>
  return (
    <p class="said bad" role="alert">
      {words.refused[from.refusal]}
      <button type="button" class="link" onClick={from.again}>
        {words.shell.again}
      </button>
    </p>
  )
}
