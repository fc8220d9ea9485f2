import { useState } from 'preact/hooks'
import type { Conversation } from '../../shared/conversation.ts'
import { useLater } from '../../shared/ui/later.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'

const linesLater = () => import('./RecapLines.tsx')

export interface RecapProps {
  session: Session
  state: Conversation
}

/** A ticket's timeline in a few lines. Nothing is asked of the desk before somebody looks. */
export function RecapCard({ session, state, open = false }: RecapProps & { open?: boolean }) {
  const [isOpen, setOpen] = useState(open)
  const later = useLater(linesLater, isOpen)
  return (
    <details class="recap" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.recap.title}</summary>
      {isOpen && later && <later.RecapLines session={session} state={state} />}
    </details>
  )
}
