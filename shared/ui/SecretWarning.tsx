import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { GuardRules } from '../guard.ts'
import { asksForPassword } from '../secret-words.ts'
import { findSecrets, masked } from '../secrets.ts'
import { speakOfSecrets, words } from './guard-words.ts'
import { bringStyles } from './late-styles.ts'

/** What the warning needs besides its code. */
export const prepare = () => Promise.all([speakOfSecrets(), bringStyles('/widget/guard.css')])

/** What is looked for in what is written here. */
export interface Guard {
  rules: GuardRules
  /** Whether whoever writes here may be told not to ask for passwords. */
  isAgent: boolean
}

/** `asIs`: its writer was told, and says that it is nothing secret. */
export type Send = (text: string, asIs?: true) => void

/** Sends what nothing speaks against. What looks secret is held, with the warning that its writer answers; null lets go of it. */
export function pass(text: string, guard: Guard, send: Send, hold: (warning: JSX.Element | null) => void) {
  const concern = concernIn(text, guard)
  if (concern) hold(<SecretWarning concern={concern} send={send} letGo={() => hold(null)} />)
  else send(text)
}

/** Why a text is not sent at once. */
interface Concern {
  text: string
  /** What it seems to hold, in the reader's words. */
  what: string[]
  /** The same text with masks; null where nothing need be masked. */
  safe: string | null
  mayInsist: boolean
}

function concernIn(text: string, { rules, isAgent }: Guard): Concern | null {
  const found = findSecrets(text, rules)
  if (found.length > 0) {
    const what = found.map(({ kind, name }) => (name ? `“${name}”` : words.kinds[kind]))
    return { text, what: [...new Set(what)], safe: masked(text, rules), mayInsist: rules.insist }
  }
  return isAgent && asksForPassword(text) ? { text, what: [], safe: null, mayInsist: true } : null
}

interface SecretWarningProps {
  concern: Concern
  send: Send
  letGo: () => void
}

/** Says what should not be sent, and what can be done instead; then the cursor is in the text again. */
function SecretWarning({ concern: { text, what, safe, mayInsist }, send, letGo }: SecretWarningProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('button')?.focus(), [])
  const back = () => {
    place.current?.closest('form')?.querySelector('textarea')?.focus()
    letGo()
  }
  const go: Send = (wanted, asIs) => {
    back()
    send(wanted, asIs)
  }
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
          <button type="button" class="button primary" onClick={() => go(safe)}>
            {words.mask}
          </button>
        )}
        <button type="button" class="button" onClick={back}>
          {words.change}
        </button>
        {mayInsist && (
          <button type="button" class="button" onClick={() => (safe === null ? go(text) : go(text, true))}>
            {safe === null ? words.askAnyway : words.anyway}
          </button>
        )}
      </div>
    </div>
  )
}
