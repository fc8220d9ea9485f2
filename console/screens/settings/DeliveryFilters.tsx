import type { Asked } from '../../../shared/protocol.ts'
import { words } from '../../words.ts'

const states = ['waiting', 'delivered', 'set-aside', 'skipped'] as const

/** What is looked for, as it is written. */
export interface WrittenFilters {
  ticket: string
  state: string
  from: string
  to: string
}

interface DeliveryFiltersProps {
  filters: WrittenFilters
  set: (change: Partial<WrittenFilters>) => void
}

/** Narrows the deliveries: by ticket, by state, by day. */
export function DeliveryFilters({ filters: { ticket, state, from, to }, set }: DeliveryFiltersProps) {
  return (
    <search class="filters delivery-filters">
      <label>
        {words.tickets.ticket}
        <input
          placeholder="INC-000123"
          maxLength={20}
          value={ticket}
          onInput={({ currentTarget }) => set({ ticket: currentTarget.value })}
        />
      </label>
      <label>
        {words.settings.state}
        <select value={state} onChange={({ currentTarget }) => set({ state: currentTarget.value })}>
          <option value="">{words.settings.anyState}</option>
          {states.map((one) => (
            <option key={one} value={one}>
              {words.settings.deliveryStates[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.settings.fromDay}
        <input type="date" value={from} max={to || undefined} onInput={({ currentTarget }) => set({ from: currentTarget.value })} />
      </label>
      <label>
        {words.settings.toDay}
        <input type="date" value={to} min={from || undefined} onInput={({ currentTarget }) => set({ to: currentTarget.value })} />
      </label>
    </search>
  )
}

/** As the server is asked; null where nothing can be found: what is written is no ticket's number. */
export function readFilters({ ticket, state, from, to }: WrittenFilters): Omit<Asked<'webhook:deliveries'>, 'before'> | null {
  const number = Number(ticket.trim().replace(/^inc-/i, '') || Number.NaN)
  if (ticket.trim() && !(Number.isSafeInteger(number) && number > 0)) return null
  const known = states.find((one) => one === state)
  return {
    ...(ticket.trim() && { number }),
    ...(known && { state: known }),
    ...(from && { from: startOf(from, 0) }),
    ...(to && { to: startOf(to, 1) }),
  }
}

/** The moment at which a day begins here, or the one after it. */
function startOf(day: string, later: number) {
  const begin = new Date(`${day}T00:00:00`)
  begin.setDate(begin.getDate() + later)
  return begin.toISOString()
}
