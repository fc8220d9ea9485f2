import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLater } from './later.ts'
import type { Guard, Send } from './SecretWarning.tsx'

/** Fetched when somebody may write. */
export const warningLater = async () => {
  const part = await import('./SecretWarning.tsx')
  await part.prepare()
  return part
}

/** Looks through what is about to be sent. Until what it needs has come, everything goes: the desk lays masks over it then. */
export function useGuard(guard: Guard | undefined) {
  const parts = useLater(warningLater, guard !== undefined)
  const [warning, hold] = useState<JSX.Element | null>(null)
  return {
    warning,
    /** Sends it, now or once its writer has said how. */
    pass: (text: string, send: Send) => (guard && parts ? parts.pass(text, guard, send, hold) : send(text)),
    /** What is written anew needs no answer any more. */
    drop: () => hold(null),
  }
}
