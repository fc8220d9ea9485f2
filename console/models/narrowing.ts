import type { TicketFilters, TicketSort } from '../../shared/protocol/ticket-list.ts'
import type { TicketQuery } from '../../shared/protocol/view.ts'

/** What a list is narrowed to and ordered by, without what stands for nothing. */
export type Narrowing = TicketQuery

export const openStatuses = ['new', 'in-progress', 'on-hold'] as const

/** How every list begins. */
export const everythingOpen: Narrowing = { filters: { status: [...openStatuses] }, words: '', sort: 'changed', reversed: false }

/** All tickets there are. */
export const everything: Narrowing = { ...everythingOpen, filters: {} }

/** Filters with one of them set anew; undefined takes it away. */
export function withFilter<K extends keyof TicketFilters>(
  filters: TicketFilters,
  name: K,
  value: TicketFilters[K] | undefined,
): TicketFilters {
  const { [name]: _, ...rest } = filters
  return value === undefined ? rest : { ...rest, [name]: value }
}

/** The same column again turns the order round; another begins as is usual for it. */
export const orderedBy = (now: Narrowing, sort: TicketSort): Narrowing => ({ ...now, sort, reversed: now.sort === sort && !now.reversed })

/** Whether both are the same list. */
export const sameList = (one: Narrowing, other: Narrowing) => spelled(one) === spelled(other)

/** Whether only what is open is shown, and that alone. */
export const showsOpen = ({ filters }: Narrowing) => spelled({ status: filters.status }) === spelled({ status: openStatuses })

// In one order, whoever wrote it.
const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(byName)) : part,
  )

const byName = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1)
