import type { SkillAnswers } from '../../shared/protocol/skills.ts'
import { agentWith } from '../desk/access.ts'
import type { Changed, SkillsKept } from '../desk/administration.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

export interface SkillPorts {
  skills: SkillsKept
  now(): Date
  changed(what: Changed): void
}

/** Who knows what, and what conversations ask for: administrators say so, and every agent may read it. */
export const skillHandlers = ({ skills, now, changed }: SkillPorts): Handlers<keyof SkillAnswers> => ({
  async 'skills:read'({ who }) {
    agentWith(who, 'desk', 'read')
    return skills.read()
  },
  async 'skills:save-agent'(caller, wanted) {
    agentWith(caller.who, 'people', 'manage')
    const saved = await skills.saveAgent(byOf(caller, now()), wanted)
    changed('routing')
    return saved
  },
  async 'skills:save-topic'(caller, wanted) {
    agentWith(caller.who, 'desk', 'manage')
    const saved = await skills.saveTopic(byOf(caller, now()), wanted)
    changed('routing')
    return saved
  },
})
