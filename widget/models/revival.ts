import { effect, signal } from '@preact/signals'
import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Unsent } from '../../shared/client/unsent.ts'
import { Refused } from '../../shared/refusal.ts'

const givenUp = signal<ReadonlySet<string>>(new Set())

/** What was written for a conversation that had ended meanwhile brings it back, and is then sent. Returns its undo. */
export function revive(chat: RequesterChat): () => void {
  let isTrying = false
  return effect(() => {
    const late = lateIn(chat).filter(({ id }) => !givenUp.value.has(id))
    if (late.length === 0 || isTrying) return
    isTrying = true
    chat
      .act({ kind: 'reopen' })
      .then(
        () => {
          for (const { id } of late) chat.again(id)
        },
        (error: unknown) => {
          if (!(error instanceof Refused)) throw error
          givenUp.value = new Set([...givenUp.peek(), ...late.map(({ id }) => id)])
        },
      )
      .finally(() => {
        isTrying = false
      })
  })
}

/** What was written too late for that: its words may begin something new. */
export const tooLateIn = (chat: RequesterChat) => lateIn(chat).filter(({ id }) => givenUp.value.has(id))

function lateIn({ outgoing }: RequesterChat): Unsent[] {
  return outgoing.value.filter(({ refused, act }) => refused === 'already-ended' && act.kind === 'say')
}
