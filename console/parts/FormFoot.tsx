import { CircleCheck } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import type { Form } from '../models/form.ts'
import { words } from '../words.ts'
import { keyName } from './Keys.tsx'

/** The end of every form: why it was refused, that it is saved, and the button. */
export function FormFoot<T>({
  form,
  label = words.settings.save,
  keys,
  onReload,
  onCancel,
  canDiscard = false,
  children,
}: {
  form: Form<T>
  label?: string | undefined
  /** Which keys do the same as its button. */
  keys?: string
  /** Shows what someone else saved meanwhile. */
  onReload?: () => void
  /** Leaves a dialog as it is. */
  onCancel?: () => void
  /** Says what is not saved yet, and lets it go. */
  canDiscard?: boolean
  children?: ComponentChildren
}) {
  const refusal = form.refusal.value
  const isWritten = canDiscard && form.isChanged.value
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
        {isWritten && <span class="hint">{words.settings.notSaved}</span>}
      </p>
      <div class="buttons">
        {children}
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {words.shell.cancel}
          </button>
        )}
        {isWritten && (
          <button
            type="button"
            class="button"
            onClick={({ currentTarget: { parentElement } }) => {
              // This button is gone with it.
              parentElement?.querySelector<HTMLElement>('[type=submit]')?.focus()
              form.discard()
            }}
          >
            {words.settings.discard}
          </button>
        )}
        {/* Not disabled: that would take the focus away from whoever pressed it. */}
        <button
          type="submit"
          class="button primary"
          aria-disabled={form.state.value === 'busy'}
          aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
        >
          {label}
          {keys && (
            <span aria-hidden="true">
              {' '}
              <kbd>{keyName(keys)}</kbd>
            </span>
          )}
        </button>
      </div>
    </footer>
  )
}
