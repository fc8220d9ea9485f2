import { type Signal, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import { insist } from '../../shared/client/insist.ts'
import { type GuardRules, usualGuard } from '../../shared/guard.ts'

/** What is secret at this desk, as far as it is known here. What is usual is looked for until then, and the desk masks the rest. */
export const guardNow: Signal<GuardRules> = signal(usualGuard)

type Masking = typeof import('../../shared/secrets.ts').masked

let mask: Masking | null = null

/** The text as the desk would keep it. Until what looks through it is there, the desk alone lays its masks. */
export const asKept = (text: string) => mask?.(text, guardNow.peek()) ?? text

/** Fetches what looks for secrets, and reads the rules whenever the line is back; returns what stops that. */
export function hearGuard(connection: Pick<Connection, 'ask' | 'onBack'>): () => void {
  void insist(() => import('../../shared/secrets.ts')).then(({ masked }) => {
    mask = masked
  })
  return connection.onBack(() => {
    connection.ask('guard:read', {}).then(
      (answer) => {
        if (answer) guardNow.value = answer.rules
      },
      () => undefined,
    )
  })
}
