import { useEffect, useState } from 'preact/hooks'
import type { Delivery } from '../../../shared/protocol/webhook.ts'
import type { Asked } from '../../../shared/protocol.ts'
import { ticketLabel } from '../../../shared/ticket.ts'
import type { Session } from '../../models/session.ts'
import { asMoment } from '../../models/time.ts'
import { linkTo } from '../../router.ts'
import { words } from '../../words.ts'
import { DeliveryFilters, readFilters, type WrittenFilters } from './DeliveryFilters.tsx'

type Wanted = Omit<Asked<'webhook:deliveries'>, 'before'>

/** What was sent to the webhook, how it went, and once more. */
export function Deliveries({ session }: { session: Session }) {
  const [filters, setFilters] = useState<WrittenFilters>({ ticket: '', state: '', from: '', to: '' })
  const wanted = readFilters(filters)
  const { deliveries, more, next, replace } = useDeliveries(session, wanted)
  const replay = async ({ id }: Delivery) => {
    try {
      replace(await session.connection.ask('webhook:replay', { delivery: id }))
      session.notices.tell(words.settings.replayed)
    } catch (error) {
      session.notices.refused(error)
    }
  }
  const isNarrowed = Object.values(filters).some(Boolean)
  return (
    <section>
      <h3>{words.settings.deliveries}</h3>
      <DeliveryFilters filters={filters} set={(change) => setFilters({ ...filters, ...change })} />
      {!deliveries && <p role="status">{words.shell.loading}</p>}
      {deliveries?.length === 0 && <p class="empty">{isNarrowed ? words.settings.noSuchDelivery : words.settings.noDeliveries}</p>}
      {deliveries && deliveries.length > 0 && <DeliveryTable deliveries={deliveries} replay={replay} />}
      {more && (
        <button type="button" class="button more" onClick={next}>
          {words.settings.more}
        </button>
      )}
    </section>
  )
}

/** A page, then the next, as the filters say; anew whenever these change. */
function useDeliveries({ connection, notices }: Session, wanted: Wanted | null) {
  const [deliveries, setDeliveries] = useState<Delivery[] | null>(null)
  const [more, setMore] = useState(false)
  const key = JSON.stringify(wanted)

  async function load(before: number | null, isWanted: () => boolean) {
    if (!wanted) return setDeliveries([])
    try {
      const page = await connection.ask('webhook:deliveries', { ...wanted, before })
      if (!isWanted()) return
      setDeliveries((known) => [...(before === null ? [] : (known ?? [])), ...page.deliveries])
      setMore(page.more)
    } catch (error) {
      if (isWanted()) notices.refused(error)
    }
  }
  useEffect(() => {
    let isWanted = true
    const undo = connection.onBack(() => void load(null, () => isWanted))
    return () => {
      isWanted = false
      undo()
    }
  }, [connection, key])

  return {
    deliveries,
    more,
    next: () => void load(deliveries?.at(-1)?.position ?? null, () => true),
    replace: (changed: Delivery) => setDeliveries((known) => (known ?? []).map((one) => (one.id === changed.id ? changed : one))),
  }
}

function DeliveryTable({ deliveries, replay }: { deliveries: Delivery[]; replay: (delivery: Delivery) => Promise<void> }) {
  return (
    <div class="table-room">
      <table class="stacks deliveries">
        <thead>
          <tr>
            <th>{words.settings.at}</th>
            <th>{words.tickets.ticket}</th>
            <th>{words.settings.state}</th>
            <th class="right wide-only">{words.settings.attempts}</th>
            <th class="grow wide-only">{words.settings.lastError}</th>
            <th>
              <span class="sr-only">{words.settings.replay}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr key={delivery.id}>
              <td class="num wrap">{asMoment(delivery.at)}</td>
              <td>
                <a class="id" href={linkTo({ at: 'ticket', number: delivery.number })}>
                  {ticketLabel(delivery.number)}
                </a>
              </td>
              <td>{words.settings.deliveryStates[delivery.state]}</td>
              <td class="right num wide-only">{delivery.attempts}</td>
              <td class="grow">{delivery.trouble ? words.settings.trouble(delivery.trouble) : delivery.lastError}</td>
              <td>
                <button type="button" class="small" onClick={() => void replay(delivery)}>
                  {words.settings.replay}
                  <span class="sr-only">{`: ${ticketLabel(delivery.number)}`}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
