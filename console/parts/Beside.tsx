import type { AgentChat } from '../../shared/client/chat.ts'
import type { Session } from '../models/session.ts'
import { AdviceThreads } from './advice/AdviceThreads.tsx'
import { Following } from './news/Following.tsx'

/** What colleagues have to do with a conversation: who follows it, and what they were asked. */
export function Beside({ id, chat, session }: { id: string; chat: AgentChat; session: Session }) {
  const state = chat.state.value
  if (!state) return null
  return (
    <section class="card beside">
      <Following id={id} session={session} />
      <AdviceThreads id={id} chat={chat} session={session} state={state} />
    </section>
  )
}
