import { useAsked } from '../models/asked.ts'
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
        {({ decisions, now }) => (
          <>
            {now && <p class="said">{now}</p>}
            {decisions.length === 0 && !now && <p>{words.chats.whyNone}</p>}
            <ol class="decisions">
              {decisions.map((decision) => (
                <li key={`${decision.at}${decision.what}`}>
                  <time dateTime={decision.at}>{asMoment(decision.at)}</time>
                  <b>{decision.what}</b>
                  <ul>
                    {decision.why.map((reason) => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          </>
        )}
      </Loading>
    </Dialog>
  )
}
