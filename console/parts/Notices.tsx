import { X } from 'lucide-preact'
import type { Notices as NoticesModel } from '../models/notices.ts'
import { words } from '../words.ts'

/** Short sentences in the corner, read aloud when they appear. */
export function Notices({ notices }: { notices: NoticesModel }) {
  return (
    <div class="notices" role="status">
      {notices.list.value.map(({ id, text, tone, undo }) => (
        <p key={id} class={`notice ${tone}`}>
          {text}
          {undo && (
            <button
              type="button"
              class="link"
              onClick={() => {
                notices.dismiss(id)
                undo()
              }}
            >
              {words.settings.undo}
            </button>
          )}
          <button type="button" class="icon-button" aria-label={words.shell.dismiss} onClick={() => notices.dismiss(id)}>
            <X aria-hidden="true" />
          </button>
        </p>
      ))}
    </div>
  )
}
