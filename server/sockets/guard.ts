import type { GuardAnswers } from '../../shared/protocol/guard.ts'
import { agentWith } from '../desk/access.ts'
import type { Changed, GuardKept } from '../desk/administration.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

export interface GuardHandlerPorts {
  guard: GuardKept
  now(): Date
  changed(what: Changed): Promise<void>
}

/** What is secret at this desk: every agent may know, administrators say so. */
export const guardHandlers = ({ guard, now, changed }: GuardHandlerPorts): Handlers<keyof GuardAnswers> => ({
  async 'guard:read'({ who }) {
    agentWith(who, 'desk', 'read')
    const { value, version } = await guard.read()
    return { rules: value, version }
  },
  async 'guard:save'(caller, wanted) {
    agentWith(caller.who, 'desk', 'manage')
    const { value, version } = await guard.save(byOf(caller, now()), wanted)
    await changed('guard')
    return { rules: value, version }
  },
  async 'guard:counts'({ who }) {
    agentWith(who, 'desk', 'manage')
    return { counts: await guard.counts(now()) }
  },
})
