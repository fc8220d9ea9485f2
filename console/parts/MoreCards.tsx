import type { AgentChat } from '../../shared/client/chat.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Session } from '../models/session.ts'
import { IncidentCard } from './incidents/IncidentCard.tsx'
import { WorkCard } from './Work.tsx'

/** What stands below the fields of a ticket where there is something to say: others with the same trouble, and who does the work. */
export const MoreCards = (props: { chat: AgentChat; session: Session; state: Conversation }) => (
  <>
    <IncidentCard {...props} />
    <WorkCard {...props} />
  </>
)
