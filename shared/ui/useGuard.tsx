import { useState } from 'preact/hooks'
import { useLater } from './later.ts'
import type { Concern, Guard } from './SecretWarning.tsx'

/** Fetched when somebody may write. */
export const warningLater = async () => {
  const part = await import('./SecretWarning.tsx')
  await part.speakOfSecrets()
  return part
}

/**
 * Looks through what is about to be sent. Until what it needs has come, everything goes: the desk lays masks over it then.
 * Whatever is written meanwhile takes the warning away.
 */
export function useGuard(guard: Guard | undefined, isWanted = guard !== undefined) {
  const parts = useLater(warningLater, isWanted)
  const [held, setHeld] = useState<{ concern: Concern; send: (text: string, asIs?: true) => void } | null>(null)
  const drop = () => setHeld(null)
  return {
    /** Sends it, now or once its writer has said how. */
    pass(text: string, send: (text: string, asIs?: true) => void) {
      const concern = guard && parts ? parts.concernIn(text, guard) : null
      if (concern) setHeld({ concern, send })
      else send(text)
    },
    drop,
    isHeld: held !== null,
    /** `back` brings the cursor to the text. */
    warning(back: () => void) {
      if (!held || !parts) return null
      const send = (text: string, asIs?: true) => {
        drop()
        held.send(text, asIs)
        back()
      }
      const change = () => {
        drop()
        back()
      }
      return <parts.SecretWarning concern={held.concern} send={send} back={change} />
    },
  }
}
