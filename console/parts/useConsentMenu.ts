import { useRef } from 'preact/hooks'
import { useLater } from '../../shared/ui/later.ts'
import { loadCalls } from './dialogs.ts'

/** Hears the keys of the place to write; true where one was for it. */
export interface ConsentKeys {
  current: ((event: KeyboardEvent) => boolean) | null
}

/** The menu of what a requester can be asked to agree to, where `/remote` or `/diagnostics` is written. */
export function useConsentMenu(asked: string | null) {
  const isAsked = asked !== null && /^\/(?:remote|diag)/.test(asked)
  const keys: ConsentKeys = useRef<ConsentKeys['current']>(null)
  const part = useLater(loadCalls, isAsked)
  return { isAsked, keys, Menu: isAsked && part ? part.ConsentMenu : null }
}
