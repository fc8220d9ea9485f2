import type { RoutingAnswers } from '../../shared/protocol/team-routing.ts'
import { agentWith } from '../desk/access.ts'
import type { Changed, Routings } from '../desk/administration.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

export interface RoutingPorts {
  routings: Routings
  now(): Date
  changed(what: Changed): void
}

/** How a team's line is routed: administrators say so, and every agent may read it. */
export const routingHandlers = ({ routings, now, changed }: RoutingPorts): Handlers<keyof RoutingAnswers> => ({
  async 'routing:read'({ who }, { team }) {
    agentWith(who, 'desk', 'read')
    const { value, version } = await routings.read(team)
    return { routing: value, version }
  },
  async 'routing:save'(caller, wanted) {
    agentWith(caller.who, 'desk', 'manage')
    const { value, version } = await routings.save(byOf(caller, now()), wanted)
    changed('routing')
    return { routing: value, version }
  },
})
