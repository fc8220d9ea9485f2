import type { Decision } from '../../shared/protocol/line.ts'
import type { NameOf } from '../../shared/ui/lines.ts'
import { useAsked } from '../models/asked.ts'
import { tellDecision, tellWaiting } from '../models/explaining.ts'
import { nameAtDesk } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { asMoment } from '../models/time.ts'
import { words } from '../words.ts'
import { Dialog } from './Dialog.tsx'
import { Loading } from './Loading.tsx'

/** Why the conversation went where it is, decision by decision. */
export function WhyDialog({ id, session, onClose }: { id: string; session: Session; onClose: () => void }) {
  const asked = useAsked(session.connection, 'conversation:why', { conversation: id })
  return (
    <Dialog title={words.chats.whyTitle} onClose={onClose}>
      <Loading from={asked}>
        {({ decisions, names, now }) => {
          const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? nameAtDesk(session.desk, id)
          return (
            <>
              {now && <p class="said">{tellWaiting(now, nameOf)}</p>}
              {decisions.length === 0 && !now && <p>{words.chats.whyNone}</p>}
              <ol class="decisions">
                {decisions.map((decision) => (
                  <Decided key={`${decision.lane}${decision.seq}`} decision={decision} nameOf={nameOf} />
                ))}
              </ol>
            </>
          )
        }}
      </Loading>
    </Dialog>
  )
}

function Decided({ decision, nameOf }: { decision: Decision; nameOf: NameOf }) {
  const { what, why } = tellDecision(decision, nameOf)
  return (
    <li>
      <time dateTime={decision.at}>{asMoment(decision.at)}</time>
      <b>{what}</b>
      <ul>
        {why.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </li>
  )
}
