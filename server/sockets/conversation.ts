import type { conversationQuestions } from '../../shared/protocol/conversation.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Desk } from '../desk/desk.ts'
import { internalRoom, publicRoom } from '../desk/rooms.ts'
import type { Caller, Handlers } from './handlers.ts'
import { createNaming } from './naming.ts'

interface ConversationPorts {
  desk: Desk
  /** Whether an incident is shown to this requester: it may be known to people of some pages alone. */
  isShown(incident: string, requester: string): Promise<boolean>
}

/** What can be asked of a conversation. */
export function conversationHandlers({ desk, isShown }: ConversationPorts): Handlers<keyof typeof conversationQuestions> {
  const naming = createNaming()
  return {
    // Subscribed before the snapshot is taken, so that nothing falls between the two.
    async 'conversation:open'(caller, { conversation }) {
      await desk.check(caller.who, conversation)
      await caller.enter(publicRoom(conversation))
      if (caller.who.kind === 'agent') await caller.enter(internalRoom(conversation))
      return desk.open(caller.who, conversation).catch(async (error: unknown) => {
        // It may have gone to others in between.
        await leave(caller, conversation)
        throw error
      })
    },
    'conversation:page': (caller, { conversation, before }) => desk.page(caller.who, conversation, before),
    'conversation:catch-up': (caller, { conversation, ...since }) => desk.catchUp(caller.who, conversation, since),
    async 'conversation:act'(caller, { conversation, id, act }) {
      if (!naming.may(caller.who.id, act)) refuse('too-fast')
      const incident = caller.who.kind === 'requester' && 'incident' in act ? act.incident : undefined
      if (incident && !(await isShown(incident, caller.who.id))) refuse('incident-over')
      return desk.act(caller.who, conversation, id, act)
    },
    async 'conversation:mark'(caller, { conversation, ...marks }) {
      await desk.mark(caller.who, conversation, marks)
      return null
    },
    async 'conversation:type'(caller, { conversation }) {
      await desk.type(caller.who, conversation)
      return null
    },
    async 'conversation:close'(caller, { conversation }) {
      await leave(caller, conversation)
      return null
    },
  }
}

async function leave(caller: Caller, conversation: string) {
  await caller.leave(publicRoom(conversation))
  await caller.leave(internalRoom(conversation))
}
