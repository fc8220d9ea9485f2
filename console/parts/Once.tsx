import { Check, Copy } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { copyOf } from '../models/copying.ts'
import { words } from '../words.ts'

/** A link or a secret that is shown this once, ready to be copied. */
export function Once({ label, value, hint }: { label: string; value: string; hint: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  // It takes the place of the form that had the focus.
  useEffect(() => field.current?.focus(), [])

  const copy = async () => setCopied(await copyOf(field.current))

  return (
    <div class="once">
      <label for="once">{label}</label>
      <div class="with-button">
        <input id="once" ref={field} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" class="button" onClick={() => void copy()}>
          {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {copied ? words.settings.copied : words.settings.copy}
        </button>
      </div>
      <p class="hint">{hint}</p>
    </div>
  )
}
