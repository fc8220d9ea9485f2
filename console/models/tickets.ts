import { createModel, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import type { TicketFilters, TicketPage, TicketRow } from '../../shared/protocol/ticket-list.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import type { Priority, TicketStatus } from '../../shared/ticket.ts'

/** What the list of tickets is narrowed to, as it stands on the screen. */
export interface Narrowing {
  words: string
  status: 'open' | 'all' | TicketStatus
  team: string
  owner: string
  priority: '' | Priority
}

const everything: Narrowing = { words: '', status: 'open', team: '', owner: '', priority: '' }
const openStatuses: TicketStatus[] = ['new', 'in-progress', 'on-hold']

/** The list of tickets: what it is narrowed to, and as many pages as were asked for. */
export const TicketsModel = createModel((connection: Connection) => {
  const narrowing = signal<Narrowing>(everything)
  const rows = signal<readonly TicketRow[] | null>(null)
  const total = signal<TicketPage['total']>(null)
  const next = signal<string | null>(null)
  const busy = signal(false)
  const refusal = signal<RefusalCode | null>(null)
  let turn = 0

  async function load(after: string | null) {
    const mine = ++turn
    const { words, ...rest } = narrowing.peek()
    busy.value = true
    try {
      const page = await connection.ask('ticket:list', { filters: filtersOf(rest), words, after })
      if (mine !== turn) return
      rows.value = after ? [...(rows.peek() ?? []), ...page.rows] : page.rows
      next.value = page.next
      if (!after) total.value = page.total
      refusal.value = null
    } catch (error) {
      if (mine === turn) refusal.value = error instanceof Refused ? error.code : 'unavailable'
    }
    if (mine === turn) busy.value = false
  }

  return {
    narrowing,
    rows,
    total,
    next,
    busy,
    refusal,
    /** From the first page. */
    load: () => load(null),
    more: () => load(next.peek()),
    narrow(change: Partial<Narrowing>) {
      narrowing.value = { ...narrowing.peek(), ...change }
      return load(null)
    },
  }
})

export type TicketList = InstanceType<typeof TicketsModel>

function filtersOf({ status, team, owner, priority }: Omit<Narrowing, 'words'>): TicketFilters {
  return {
    ...(status === 'all' ? {} : { status: status === 'open' ? openStatuses : [status] }),
    ...(team ? { team } : {}),
    ...(owner ? { owner } : {}),
    ...(priority ? { priority: [priority] } : {}),
  }
}
