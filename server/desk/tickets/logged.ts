import { ticketLabel } from '../../../shared/ticket.ts'
import type { Change } from '../ports.ts'

/** The records that were logged by these changes, as the server's own log tells of them: without a word that people wrote. */
export function loggedIn(changes: Change[]) {
  return changes.flatMap(({ conversation, entries }) =>
    entries.flatMap((entry) => {
      if (entry.kind !== 'logged') return []
      const { number, id, ticket } = conversation
      return [
        { ticket: ticketLabel(number), conversation: id, status: ticket.status, code: ticket.code, upTo: entry.upTo, sha256: entry.sha256 },
      ]
    }),
  )
}
