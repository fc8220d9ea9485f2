import { useEffect, useRef } from 'preact/hooks'
import type { GuardRules, SecretKind } from '../guard.ts'
import { asksForPassword } from '../secret-words.ts'
import { findSecrets, masked } from '../secrets.ts'
import { words } from './guard-words.ts'

export { speakOfSecrets } from './guard-words.ts'

/** What is looked for in what is written here. */
export interface Guard {
  rules: GuardRules
  /** Whether whoever writes here may be told not to ask for passwords. */
  isAgent: boolean
}

/** Why a text is not sent at once. */
export interface Concern {
  text: string
  /** What it seems to hold, in the reader's words. */
  what: string[]
  /** The same text with masks; null where nothing need be masked. */
  safe: string | null
  mayInsist: boolean
}

/** What speaks against sending this; null where nothing does. */
export function concernIn(text: string, { rules, isAgent }: Guard): Concern | null {
  const found = findSecrets(text, rules)
  if (found.length > 0) {
    const what = found.map(({ kind, name }) => (name ? `“${name}”` : words.kinds[kind satisfies SecretKind]))
    return { text, what: [...new Set(what)], safe: masked(text, rules), mayInsist: rules.insist }
  }
  return isAgent && asksForPassword(text) ? { text, what: [], safe: null, mayInsist: true } : null
}

interface SecretWarningProps {
  concern: Concern
  send(text: string, asIs?: true): void
  back(): void
}

/** Says what should not be sent, and what can be done instead. */
export function SecretWarning({ concern: { text, what, safe, mayInsist }, send, back }: SecretWarningProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('button')?.focus(), [])
  return (
    <div
      class="secret-warning"
      ref={place}
      role="alertdialog"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        back()
      }}
    >
      <p role="alert">{safe === null ? words.asking : words.found(what)}</p>
      <div class="buttons">
        {safe !== null && (
          <button type="button" class="button primary" onClick={() => send(safe)}>
            {words.mask}
          </button>
        )}
        <button type="button" class="button" onClick={back}>
          {words.change}
        </button>
        {mayInsist && (
          <button type="button" class="button" onClick={() => (safe === null ? send(text) : send(text, true))}>
            {safe === null ? words.askAnyway : words.anyway}
          </button>
        )}
      </div>
    </div>
  )
}
