import { type Signal, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import { type GuardRules, usualGuard } from '../../shared/guard.ts'
import { masked } from '../../shared/secrets.ts'

/** What is secret at this desk, as far as it is known here. What is usual is looked for until then, and the desk masks the rest. */
export const guardNow: Signal<GuardRules> = signal(usualGuard)

/** The text as the desk would keep it. */
export const asKept = (text: string) => masked(text, guardNow.peek())

/** Reads the rules whenever the line is back; returns what stops it. */
export const hearGuard = (connection: Pick<Connection, 'ask' | 'onBack'>): (() => void) =>
  connection.onBack(() => {
    connection.ask('guard:read', {}).then(
      (answer) => {
        if (answer) guardNow.value = answer.rules
      },
      () => undefined,
    )
  })
