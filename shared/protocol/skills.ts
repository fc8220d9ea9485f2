import { z } from 'zod'
import { levels, type Need, type Skills } from '../skills.ts'
import { needs } from './conversation.ts'
import { count, id, words } from './words.ts'

const level = z.literal(levels)
const most = 50
const skills = z.record(words(40), level).refine((known) => Object.keys(known).length <= most, 'At most 50 skills')
const language = z.string().regex(/^[a-z]{2,3}$/)

/** What an administrator asks about who knows what, and what it is asked for. Reading is every agent's. */
export const skillQuestions = {
  /** What each agent knows, and what the conversations of each topic ask for. */
  'skills:read': z.strictObject({}),
  /** Sets what an agent knows, from 1 to 5, and in which languages he writes; without any he is taken to write in all. */
  'skills:save-agent': z.strictObject({ agent: id, version: count, skills, languages: z.array(language).max(20) }),
  /** Sets what the conversations of a topic ask for. `version` is that of the topic's team. */
  'skills:save-topic': z.strictObject({ topic: id, version: count, needs }),
}

export interface AgentSkills {
  id: string
  name: string
  skills: Skills
  languages: string[]
  version: number
}

export interface TopicNeeds {
  id: string
  name: string
  team: string
  needs: Need[]
  /** That of the team. */
  version: number
}

export interface SkillAnswers {
  'skills:read': { agents: AgentSkills[]; topics: TopicNeeds[] }
  'skills:save-agent': AgentSkills
  'skills:save-topic': TopicNeeds
}
