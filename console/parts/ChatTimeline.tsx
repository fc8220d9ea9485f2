import { useEffect, useMemo } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import { Timeline } from '../../shared/ui/Timeline.tsx'
import { tellAgent } from '../models/for-agent.ts'
import { nameIn } from '../models/names.ts'
import type { Session } from '../models/session.ts'

/** Everything that happened in a conversation, both lanes, alive. What is in view counts as seen. */
export function ChatTimeline({ chat, session, requester }: { chat: AgentChat; session: Session; requester: string }) {
  const nameOf = useMemo(() => nameIn(chat, session.desk), [chat, session.desk])
  useEffect(() => () => chat.show(false), [chat])
  return (
    <Timeline
      label={nameOf(requester)}
      entries={chat.entries.value}
      outgoing={chat.outgoing.value}
      tell={tellAgent}
      nameOf={nameOf}
      isOurs={(person) => person !== requester}
      delivery={chat.delivery}
      typing={chat.typing.value}
      more={chat.more.value}
      loadingOlder={chat.loadingOlder.value}
      older={chat.older}
      again={chat.again}
      discard={chat.discard}
      onEnd={chat.show}
    />
  )
}
