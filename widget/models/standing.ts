import type { Visible } from '../../shared/visible.ts'

type Standing = Visible['status'] | Exclude<Visible['ticketStatus'], 'open'> | 'working'

/** How a request stands, in one word: its talk may be over while somebody still works on it, or owes news. */
export function standingOf({
  status,
  ticketStatus,
  promise,
  work,
}: Pick<Visible, 'status' | 'ticketStatus' | 'promise' | 'work'>): Standing {
  if (ticketStatus !== 'open') return ticketStatus
  return status === 'ended' && (promise || work) ? 'working' : status
}
