import type { SimulationAnswers } from '../../shared/protocol/simulation.ts'
import { agentWith } from '../desk/access.ts'
import type { Trials } from '../desk/simulation/trials.ts'
import type { Handlers } from './handlers.ts'

/** Settings tried out by those who oversee the desk. */
export const simulationHandlers = ({ trials }: { trials: Trials }): Handlers<keyof SimulationAnswers> => ({
  async 'simulation:start'({ who }, wanted) {
    return { run: await trials.start(agentWith(who, 'simulation', 'run').id, wanted) }
  },
  async 'simulation:look'({ who }, { run }) {
    return trials.look(agentWith(who, 'simulation', 'run').id, run)
  },
  async 'simulation:stop'({ who }, { run }) {
    trials.stop(agentWith(who, 'simulation', 'run').id, run)
    return {}
  },
})
