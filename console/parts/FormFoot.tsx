import { CircleCheck } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import type { Form } from '../models/form.ts'
import { words } from '../words.ts'

/** The end of every form: why it was refused, that it is saved, and the button. */
export function FormFoot<T>({
  form,
  label = words.settings.save,
  onReload,
  children,
}: {
  form: Form<T>
  label?: string | undefined
  /** Shows what someone else saved meanwhile. */
  onReload?: () => void
  children?: ComponentChildren
}) {
  const refusal = form.refusal.value
  return (
    <footer class="form-foot">
      {refusal && (
        <p class="said bad" role="alert">
          {words.refused[refusal]}
          {refusal === 'changed-meanwhile' && onReload && (
            <button type="button" class="link" onClick={onReload}>
              {words.settings.reload}
            </button>
          )}
        </p>
      )}
      <p class="saved" role="status">
        {form.state.value === 'saved' && (
          <>
            <CircleCheck aria-hidden="true" /> {words.settings.saved}
          </>
        )}
      </p>
      <div class="buttons">
        {children}
        {/* Not disabled: that would take the focus away from whoever pressed it. */}
        <button type="submit" class="button primary" aria-disabled={form.state.value === 'busy'}>
          {label}
        </button>
      </div>
    </footer>
  )
}
