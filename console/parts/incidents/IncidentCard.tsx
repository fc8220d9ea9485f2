import { TriangleAlert } from 'lucide-preact'
import type { AgentChat } from '../../../shared/client/chat.ts'
import type { Conversation } from '../../../shared/conversation.ts'
import { words } from '../../later-words.ts'
import type { Session } from '../../models/session.ts'
import { linkTo } from '../../router.ts'
import './styles.ts'

/** Whether a chat or ticket is one of many, and the way to say so. */
export function IncidentCard({ chat, session, state }: { chat: AgentChat; session: Session; state: Conversation }) {
  const { incident, status } = state.ticket
  const isOpen = status === 'new' || status === 'in-progress' || status === 'on-hold'
  if (!incident) {
    if (!isOpen) return null
    return (
      <p class="incident-way">
        <button type="button" class="link" title={words.incidents.actHint} onClick={() => session.overlay.open('incident')}>
          {words.incidents.act}
        </button>
      </p>
    )
  }
  const leave = () =>
    chat
      .act({ kind: 'leave-incident' })
      .then(
        () => session.notices.done(words.incidents.left, () => chat.act({ kind: 'join-incident', incident: incident.id })),
        session.notices.refused,
      )
  return (
    <section class="card incident-card" aria-label={words.incidents.one}>
      <p>
        <TriangleAlert aria-hidden="true" />
        <a href={linkTo({ at: 'incidents', incident: incident.id })}>{words.incidents.isPart(incident.title)}</a>
      </p>
      {isOpen && <p class="hint">{incident.over ? words.incidents.isOver : words.incidents.hears}</p>}
      {isOpen && !incident.over && (
        <button type="button" class="link" onClick={() => void leave()}>
          {words.incidents.leave}
        </button>
      )}
    </section>
  )
}
