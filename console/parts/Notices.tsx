import { X } from 'lucide-preact'
import type { Notices as NoticesModel } from '../models/notices.ts'
import { words } from '../words.ts'

/** Short sentences in the corner, read aloud when they appear. */
export function Notices({ notices }: { notices: NoticesModel }) {
  return (
    <div
      class="notices"
      role="status"
      onPointerEnter={() => notices.hold(true)}
      onPointerLeave={() => notices.hold(false)}
      onFocusCapture={() => notices.hold(true)}
      onBlurCapture={() => notices.hold(false)}
    >
      {notices.list.value.map((notice) => (
        <p key={notice.id} class={`notice ${notice.tone}`}>
          {notice.text}
          {notice.undo && (
            <button type="button" class="link" aria-keyshortcuts="Alt+Z" onClick={() => notices.takeBack(notice)}>
              {words.settings.undo}
            </button>
          )}
          <button type="button" class="icon-button" aria-label={words.shell.dismiss} onClick={() => notices.dismiss(notice.id)}>
            <X aria-hidden="true" />
          </button>
        </p>
      ))}
    </div>
  )
}
