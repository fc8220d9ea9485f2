import type { RefObject } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ChatFiles } from '../client/chat-files.ts'
import { mostBytes } from '../client/upload.ts'
import type { Lane } from '../entry.ts'
import { endings } from '../files.ts'
import { EmojiPicker } from './EmojiPicker.tsx'
import { Paperclip, Smile } from './icons.tsx'
import { filesIn } from './pasted-files.ts'
import { putIn } from './put-in.ts'
import { sizeOf } from './sizes.ts'
import { useDrop } from './useDrop.ts'
import { words } from './words.ts'

export { Attached } from './Attached.tsx'

interface WritingToolsProps {
  area: RefObject<HTMLTextAreaElement | null>
  files: ChatFiles
  lane: Lane
  onInput(text: string): void
  disabled: boolean
}

/** What stands beside a message that is being written: files, by button, drop and paste, and emoji. */
export function WritingTools({ area, files, lane, onInput, disabled }: WritingToolsProps) {
  const attach = useCallback(
    (given: File[]) => {
      if (given.length > 0) void files.want().then((desk) => desk.attach(lane, given))
    },
    [files, lane],
  )
  // So that files can be attached while the line is down, too.
  useEffect(() => void files.want(), [files])
  useDrop(area, words.files.drop, disabled ? null : attach)
  usePaste(area, attach)
  return (
    <>
      <AttachButton attach={attach} disabled={disabled} />
      <EmojiButton area={area} onInput={onInput} disabled={disabled} />
    </>
  )
}

const accepted = [...endings].map((ending) => `.${ending}`).join()

interface AttachButtonProps {
  attach(files: File[]): void
  disabled: boolean
  /** Says in words what it is for. */
  isNamed?: boolean
}

/** Opens the choice of files that the system has. */
export function AttachButton({ attach, disabled, isNamed = false }: AttachButtonProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const [most, setMost] = useState(0)
  useEffect(() => void mostBytes().then(setMost), [])
  const upTo = most ? words.files.upTo(sizeOf(most)) : ''
  return (
    <>
      <button
        type="button"
        class={isNamed ? 'attach-button' : 'icon-button'}
        aria-label={isNamed ? undefined : words.files.attach}
        title={[words.files.attach, upTo].filter(Boolean).join(', ')}
        disabled={disabled}
        onClick={() => chooser.current?.click()}
      >
        <Paperclip size={18} aria-hidden="true" />
        {isNamed ? words.files.attach : null}
        {isNamed && upTo ? <span>{upTo}</span> : null}
      </button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={accepted}
        onChange={({ currentTarget }) => {
          attach([...(currentTarget.files ?? [])])
          // The same file may be chosen once more.
          currentTarget.value = ''
        }}
      />
    </>
  )
}

function EmojiButton({ area, onInput, disabled }: Pick<WritingToolsProps, 'area' | 'onInput' | 'disabled'>) {
  const [isPicking, setPicking] = useState(false)
  const close = useCallback(() => {
    setPicking(false)
    area.current?.focus()
  }, [area])
  return (
    <div class="emoji">
      <button
        type="button"
        class="icon-button"
        aria-label={words.emoji.title}
        title={words.emoji.title}
        aria-expanded={isPicking}
        disabled={disabled}
        onClick={() => setPicking(!isPicking)}
      >
        <Smile size={18} aria-hidden="true" />
      </button>
      {isPicking ? (
        <EmojiPicker
          close={close}
          pick={(one) => {
            if (area.current) onInput(withInserted(area.current, one))
            close()
          }}
        />
      ) : null}
    </div>
  )
}

/** Puts it where the cursor is, and the cursor behind it. */
function withInserted(area: HTMLTextAreaElement, one: string): string {
  const { value, selectionStart: from, selectionEnd: to } = area
  const text = value.slice(0, from) + one + value.slice(to)
  putIn(area, text, from + one.length)
  return text
}

/** Files may be pasted wherever one writes in the form around this element. */
export function usePaste(inside: RefObject<HTMLElement | null>, attach: (files: File[]) => void) {
  useEffect(() => {
    const place = inside.current?.closest('form')
    const pasted = (event: ClipboardEvent) => {
      const given = filesIn(event.clipboardData)
      if (given.length === 0) return
      event.preventDefault()
      attach(given)
    }
    place?.addEventListener('paste', pasted)
    return () => place?.removeEventListener('paste', pasted)
  }, [inside, attach])
}
