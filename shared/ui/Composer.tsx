import { computed, type ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useCallback, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { ChatFiles } from '../client/chat-files.ts'
import type { Lane } from '../entry.ts'
import { ArrowUp } from './icons.tsx'
import { Kept } from './Kept.ts'
import { useLater } from './later.ts'
import type { Guard } from './SecretWarning.tsx'
import { useGuard } from './useGuard.tsx'
import { words } from './words.ts'

interface ComposerProps {
  /** What is written here, for those who hear it. */
  label: string
  placeholder: string
  /** A letter more or less draws nothing anew. */
  value: ReadonlySignal<string>
  onInput(text: string): void
  /** Called with the trimmed text, which is empty where files alone are sent; the caller clears the value. */
  onSend(text: string, asIs?: true): void
  /** What is looked for before anything is sent. */
  guard?: Guard
  disabled?: boolean
  autoFocus?: boolean
  /** Keys the caller takes for himself; `true` means that he did. */
  onKey?(event: KeyboardEvent): boolean
  /** Where files go that are attached here, and in which lane. */
  files?: ChatFiles
  lane?: Lane
  /** The tools stand below the text rather than beside it, and this behind the word on the send button. */
  tall?: ComponentChildren
  /** Controls beside the send button. */
  children?: ComponentChildren
}

const toolsLater = () => import('./WritingTools.tsx')

/**
 * Where messages are written: Enter sends, Shift+Enter begins a line, and a word under composition is never sent half.
 * One can write before the tools for files and emoji are there.
 */
export function Composer({
  label,
  placeholder,
  value,
  onInput,
  onSend,
  disabled = false,
  autoFocus = false,
  onKey,
  guard,
  ...more
}: ComposerProps) {
  const { files, lane = 'public', tall, children } = more
  const area = useRef<HTMLTextAreaElement>(null)
  const tools = useLater(toolsLater, files !== undefined)
  const desk = files?.desk.value
  const goes = desk?.drafted(lane).some((one) => /there|sending/.test(desk.standing(one))) ?? false
  const input = useRef(onInput)
  input.current = onInput
  // Always the same, so that the tools are not drawn again with each letter.
  const put = useCallback((text: string) => input.current(text), [])
  const isEmpty = useMemo(() => computed(() => value.value.trim() === ''), [value]).value
  const canSend = !disabled && (!isEmpty || goes)
  const passing = useGuard(guard)
  const send = () => {
    if (canSend) passing.pass(value.peek().trim(), onSend)
    area.current?.focus()
  }

  // The text is in the field by the next frame.
  useLayoutEffect(() => value.subscribe(() => growsBySelf || requestAnimationFrame(() => grow(area.current))), [value])
  useLayoutEffect(() => {
    if (autoFocus) area.current?.focus()
  }, [autoFocus])

  return (
    <form
      class={tall ? 'composer tall' : 'composer'}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {passing.warning}
      {tools && desk ? <Kept given={[desk, lane]} draw={() => <tools.Attached desk={desk} lane={lane} />} /> : null}
      <textarea
        ref={area}
        rows={1}
        maxLength={4000}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        disabled={disabled}
        onInput={(event) => {
          passing.drop()
          onInput(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (onKey?.(event)) return
          if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
          event.preventDefault()
          send()
        }}
      />
      <div class="tools">
        {tools && files ? (
          <Kept
            given={[files, lane, disabled]}
            draw={() => <tools.WritingTools area={area} files={files} lane={lane} onInput={put} disabled={disabled} />}
          />
        ) : null}
        {children}
      </div>
      <button type="submit" class="send" aria-label={words.send} disabled={!canSend}>
        {tall ? words.send : <ArrowUp size={16} aria-hidden="true" />}
        {tall}
      </button>
    </form>
  )
}

/** Safari ends a composition before it tells of the Enter that ended it; that Enter has the code 229. */
const isComposing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229

const growsBySelf = globalThis.CSS?.supports?.('field-sizing', 'content')

/** Where styles alone do not make a field as high as its words. Measuring costs two layouts a key. */
function grow(area: HTMLTextAreaElement | null) {
  if (!area) return
  area.style.height = 'auto'
  area.style.height = `${Math.min(area.scrollHeight, 160)}px`
}
