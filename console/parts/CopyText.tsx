import { Check, Copy } from 'lucide-preact'
import { useId, useRef, useState } from 'preact/hooks'
import { copyOf } from '../models/copying.ts'
import { words } from '../words.ts'

/** Lines to be pasted elsewhere, with a button that copies them. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const id = useId()
  const shown = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<string | null>(null)

  const copy = async () => setCopied((await copyOf(shown.current)) ? text : null)

  return (
    <div class="copy-text">
      <div class="copy-head">
        <label for={id}>{label}</label>
        <button type="button" class="small" onClick={() => void copy()}>
          {copied === text ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {copied === text ? words.settings.copied : words.settings.copy}
          <span class="sr-only">{`: ${label}`}</span>
        </button>
      </div>
      <textarea
        id={id}
        ref={shown}
        class="code"
        readOnly
        wrap="off"
        spellcheck={false}
        dir="ltr"
        rows={text.split('\n').length}
        value={text}
      />
      <p class="sr-only" role="status">
        {copied === text ? words.settings.copied : ''}
      </p>
    </div>
  )
}
