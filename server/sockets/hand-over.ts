import { type HandOverAnswers, mostHanded } from '../../shared/protocol/hand-over.ts'
import { agentWith } from '../desk/access.ts'
import type { HandOvers } from '../desk/hand-overs.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

/** What can be asked of hand-overs at the end of a shift. */
export const handOverHandlers = ({ handOvers, now }: { handOvers: HandOvers; now(): Date }): Handlers<keyof HandOverAnswers> => ({
  async 'hand-over:look'({ who }) {
    return handOvers.look(agentWith(who, 'hand-over', 'offer'), mostHanded)
  },
  async 'hand-over:list'({ who }) {
    return { handOvers: await handOvers.list(agentWith(who, 'hand-over', 'take')) }
  },
  async 'hand-over:offer'(caller, wanted) {
    return handOvers.offer(byOf(caller, now()), agentWith(caller.who, 'hand-over', 'offer'), wanted)
  },
  async 'hand-over:accept'(caller, { handOver }) {
    return handOvers.accept(byOf(caller, now()), agentWith(caller.who, 'hand-over', 'take'), handOver)
  },
  async 'hand-over:decline'(caller, { handOver, reason }) {
    return handOvers.decline(byOf(caller, now()), agentWith(caller.who, 'hand-over', 'take'), handOver, reason)
  },
  async 'hand-over:reconsider'(caller, { handOver }) {
    return handOvers.reconsider(byOf(caller, now()), agentWith(caller.who, 'hand-over', 'take'), handOver)
  },
  async 'hand-over:take-back'(caller, { handOver }) {
    return handOvers.takeBack(byOf(caller, now()), agentWith(caller.who, 'hand-over', 'offer'), handOver)
  },
})
