import type { SetupAnswers } from '../../shared/protocol/setup.ts'
import { refuse } from '../../shared/refusal.ts'
import { agentWith } from '../desk/access.ts'
import type { Changed } from '../desk/administration.ts'
import type { Demonstrations, FirstMinutes } from '../desk/setup.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

export interface SetupPorts {
  firstMinutes: FirstMinutes
  demonstrations: Demonstrations
  now(): Date
  changed(what: Changed): void
  /** Ends the connections of a person, on whatever process they are. */
  cut(whose: { person: string }, why: 'disabled'): void
  /** Makes a person's devices connect anew, and look at everything again. */
  renew(person: string): void
}

/** What is asked in the first minutes of a desk, and about the demonstration that it may begin with. */
export const setupHandlers = ({ firstMinutes, demonstrations, now, changed, cut, renew }: SetupPorts): Handlers<keyof SetupAnswers> => ({
  async 'desk:profile'({ who }) {
    agentWith(who, 'desk', 'read')
    return firstMinutes.profile()
  },
  async 'setup:read'({ who }) {
    agentWith(who, 'desk', 'manage')
    return firstMinutes.read()
  },
  async 'setup:save'(caller, wanted) {
    agentWith(caller.who, 'desk', 'manage')
    return firstMinutes.save(byOf(caller, now()), wanted)
  },
  async 'demonstration:look'({ who }) {
    agentWith(who, 'desk', 'manage')
    return (await demonstrations.look()) ?? refuse('not-found')
  },
  async 'demonstration:remove'(caller) {
    agentWith(caller.who, 'desk', 'manage')
    const { removed, gone, left } = await demonstrations.remove(byOf(caller, now()))
    changed('people')
    changed('teams')
    for (const person of gone) cut({ person }, 'disabled')
    // Whoever asked still hears that it worked.
    setImmediate(() => left.forEach(renew))
    return removed
  },
})
