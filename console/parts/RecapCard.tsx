import { useEffect, useRef, useState } from 'preact/hooks'
import type { Conversation } from '../../shared/conversation.ts'
import { useAsked } from '../models/asked.ts'
import { recapLines } from '../models/recap.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'

interface RecapProps {
  session: Session
  state: Conversation
}

/** A ticket's timeline in a few lines. Nothing is asked of the desk before somebody looks. */
export function RecapCard({ session, state, open = false }: RecapProps & { open?: boolean }) {
  const [isOpen, setOpen] = useState(open)
  return (
    <details class="recap" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.recap.title}</summary>
      {isOpen && <RecapLines session={session} state={state} />}
    </details>
  )
}

/** Anew with whatever happens. */
function RecapLines({ session, state: { id, changedAt } }: RecapProps) {
  const { answer, again } = useAsked(session.connection, 'ticket:recap', { conversation: id })
  const known = useRef(changedAt)
  useEffect(() => {
    if (known.current === changedAt) return undefined
    // Much may happen at once.
    const soon = setTimeout(() => {
      known.current = changedAt
      again()
    }, 500)
    return () => clearTimeout(soon)
  }, [changedAt])
  if (!answer) return <p class="hint">{words.shell.loading}</p>
  return (
    <dl>
      {recapLines(answer).map(({ label, texts }) => (
        <div key={label}>
          <dt>{label}</dt>
          {texts.map((text, place) => (
            <dd key={`${place} ${text}`}>{text}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
