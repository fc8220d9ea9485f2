import { computed, createModel, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import type { TicketFilters, TicketPage, TicketRow, TicketSort } from '../../shared/protocol/ticket-list.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import { everything, everythingOpen, type Narrowing, orderedBy, withFilter } from './narrowing.ts'

/** The list of tickets: what it is narrowed to, as many pages as were asked for, and which of them are chosen. */
export const TicketsModel = createModel((connection: Connection) => {
  const narrowing = signal<Narrowing>(everythingOpen)
  const rows = signal<readonly TicketRow[] | null>(null)
  const total = signal<TicketPage['total']>(null)
  const next = signal<string | null>(null)
  const busy = signal(false)
  const refusal = signal<RefusalCode | null>(null)
  const selected = signal<ReadonlySet<string>>(new Set())
  let turn = 0

  async function load(after: string | null, limit = 50) {
    const mine = ++turn
    busy.value = true
    try {
      const page = await connection.ask('ticket:list', { ...narrowing.peek(), after, limit })
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

  function show(wanted: Narrowing) {
    narrowing.value = wanted
    selected.value = new Set()
    return load(null)
  }

  function choose(ids: Iterable<string>, on: boolean) {
    const chosen = new Set(selected.peek())
    for (const id of ids) on ? chosen.add(id) : chosen.delete(id)
    selected.value = chosen
  }

  return {
    narrowing,
    rows,
    total,
    next,
    busy,
    refusal,
    selected,
    /** Those chosen among the rows that are shown, in their order. */
    chosen: computed(() => (rows.value ?? []).filter(({ conversation }) => selected.value.has(conversation))),
    /** From the first page, as far as it was shown already. */
    load: () => load(null, Math.min(100, Math.max(50, rows.peek()?.length ?? 0))),
    more: () => load(next.peek()),
    show,
    filter: <K extends keyof TicketFilters>(name: K, value: TicketFilters[K] | undefined) =>
      show({ ...narrowing.peek(), filters: withFilter(narrowing.peek().filters, name, value) as Narrowing['filters'] }),
    search: (words: string) => show(words ? { ...everything, words } : { ...narrowing.peek(), words }),
    order: (sort: TicketSort) => show(orderedBy(narrowing.peek(), sort)),
    choose,
    chooseNone: () => choose(selected.peek(), false),
    chooseOnly(ids: Iterable<string>) {
      selected.value = new Set(ids)
    },
  }
})

export type TicketList = InstanceType<typeof TicketsModel>
