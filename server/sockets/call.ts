import { randomUUID } from 'node:crypto'
import type { CallAnswers } from '../../shared/protocol/call.ts'
import { agentWith } from '../desk/access.ts'
import type { Calling } from '../desk/calling.ts'
import type { Handlers } from './handlers.ts'

/** What agents write down of people who called or came by. */
export const callHandlers = (calling: Calling): Handlers<keyof CallAnswers> => ({
  async 'requesters:find'({ who }, { words }) {
    agentWith(who, 'calls', 'log')
    return { people: await calling.find(words) }
  },
  'call:log': async ({ who }, wanted) => calling.log(agentWith(who, 'calls', 'log'), wanted),
  async 'call:undo'({ who }, { conversation }) {
    await calling.undo(agentWith(who, 'calls', 'log'), conversation, randomUUID())
    return null
  },
})
