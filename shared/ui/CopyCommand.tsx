import { useState } from 'preact/hooks'
import { Copy } from './guide-icons.tsx'
import { words } from './guide-words.ts'

/** A command that is copied with one press, and can be selected by hand where that is not allowed. */
export function CopyCommand({ command }: { command: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard?.writeText(command).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div class="command">
      <code>{command}</code>
      <button type="button" class="button" onClick={() => void copy()}>
        <Copy size={14} aria-hidden="true" />
        {isCopied ? words.copied : words.copy}
      </button>
      <span class="sr-only" role="status">
        {isCopied ? words.copied : ''}
      </span>
    </div>
  )
}
