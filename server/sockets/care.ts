import type { CareAnswers } from '../../shared/protocol/care.ts'
import { agentWith } from '../desk/access.ts'
import type { CareKept } from '../desk/administration.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

/** Whom the line takes care of: those say so who oversee every team. */
export const careHandlers = ({ care, now }: { care: CareKept; now(): Date }): Handlers<keyof CareAnswers> => ({
  async 'care:read'({ who }, { requester }) {
    agentWith(who, 'conversation', 'take-over')
    return care.read(requester)
  },
  async 'care:save'(caller, wanted) {
    agentWith(caller.who, 'conversation', 'take-over')
    return care.save(byOf(caller, now()), wanted)
  },
})
