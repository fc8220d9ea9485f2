import { computed, signal } from '@preact/signals'
import type { IncomingCall } from '../../shared/protocol/telephony.ts'
import { words } from '../later-words.ts'
import type { Session } from './session.ts'

/** Who is calling, the latest first, as long as it is neither logged nor let go. */
const ringing = signal<readonly IncomingCall[]>([])

/** The one that is written down with the next key. */
export const callNow = computed(() => ringing.value[0] ?? null)
export const callsNow = computed(() => ringing.value)

const without = (id: string) => ringing.peek().filter((one) => one.id !== id)

/** Hears who calls; returns its undo. */
export function hearCalls({ connection, notices }: Session): () => void {
  async function look() {
    try {
      ringing.value = (await connection.ask('calls:ringing', {})).calls
    } catch {
      // Asked again when the line is back.
    }
  }
  const undo = [
    connection.onBack(() => void look()),
    connection.on('call:came', (call) => {
      ringing.value = [call, ...without(call.id)]
    }),
    connection.on('call:over', ({ call, by }) => {
      if (by && ringing.peek().some(({ id }) => id === call)) notices.tell(words.calls.loggedBy(by))
      ringing.value = without(call)
    }),
  ]
  void look()
  return () => {
    for (const back of undo) back()
    ringing.value = []
  }
}

/** It is logged, or nothing is to be logged of it. */
export async function letGo({ connection }: Session, call: string, logged = false): Promise<void> {
  await connection.ask('calls:let-go', { call, logged })
  ringing.value = without(call)
}
