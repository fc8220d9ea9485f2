import type { Delivery } from '../../../shared/protocol/webhook.ts'
import { ticketLabel } from '../../../shared/ticket.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { asMoment } from '../../models/time.ts'
import { Loading } from '../../parts/Loading.tsx'
import { linkTo } from '../../router.ts'
import { words } from '../../words.ts'

/** What was sent to the webhook lately, and how it went. */
export function Deliveries({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'webhook:deliveries', {})
  const replay = (delivery: Delivery) =>
    session.connection.ask('webhook:replay', { delivery: delivery.id }).then(asked.again, session.notices.refused)
  return (
    <section>
      <h3>{words.settings.deliveries}</h3>
      <Loading from={asked}>
        {({ deliveries }) =>
          deliveries.length === 0 ? (
            <p class="empty">{words.settings.nothing}</p>
          ) : (
            <div class="table-room">
              <table>
                <thead>
                  <tr>
                    <th>{words.settings.at}</th>
                    <th>{words.tickets.ticket}</th>
                    <th>{words.settings.what}</th>
                    <th>{words.settings.state}</th>
                    <th class="right">{words.settings.attempts}</th>
                    <th class="grow">{words.settings.lastError}</th>
                    <th>
                      <span class="sr-only">{words.settings.replay}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {deliveries.map((delivery) => (
                    <tr key={delivery.id}>
                      <td class="num">{asMoment(delivery.at)}</td>
                      <td>
                        <a class="id" href={linkTo({ at: 'ticket', number: delivery.number })}>
                          {ticketLabel(delivery.number)}
                        </a>
                      </td>
                      <td>{delivery.kind}</td>
                      <td>{words.settings.deliveryStates[delivery.state]}</td>
                      <td class="right num">{delivery.attempts}</td>
                      <td class="grow">{delivery.lastError}</td>
                      <td>
                        <button type="button" class="small" onClick={() => void replay(delivery)}>
                          {words.settings.replay}
                        </button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loading>
    </section>
  )
}
