import type { AgentChat } from '../../shared/client/chat.ts'
import { words } from '../words.ts'

/** Who asks, and how sure that is. */
export function PersonCard({ chat }: { chat: AgentChat }) {
  const requester = chat.requester.value
  if (!requester) return null
  return (
    <section class="card">
      <h2>{words.tickets.requester}</h2>
      <dl class="facts">
        <dt>{words.tickets.name}</dt>
        <dd>{requester.name}</dd>
        <dt>{words.tickets.email}</dt>
        <dd>{requester.email ?? words.tickets.noEmail}</dd>
        <dt>{words.tickets.identity}</dt>
        <dd>{requester.verified ? words.tickets.verified : words.tickets.unverified}</dd>
        <dt>{words.tickets.presence}</dt>
        <dd>{chat.requesterHere.value ? words.chats.present : words.chats.notPresent}</dd>
      </dl>
    </section>
  )
}
