import { z } from 'zod'
import { type SetupStep, setupSteps } from '../setup.ts'
import { count } from './words.ts'

/** The first minutes of a desk, and the demonstration that it may hold. */
export const setupQuestions = {
  /** What the desk is called, and whether what it shows is made up. For every agent. */
  'desk:profile': z.strictObject({}),

  /** How far the desk is set up. */
  'setup:read': z.strictObject({}),
  /** Says which steps are left as they are, and whether the list is put away. */
  'setup:save': z.strictObject({ version: count, skipped: z.array(z.enum(setupSteps)).max(setupSteps.length), dismissed: z.boolean() }),

  /** What the demonstration holds; `not-found` where there is none. */
  'demonstration:look': z.strictObject({}),
  /**
   * Removes what `populate` made, for ever, and nothing else: its tickets, people, teams, saved replies and sites. People and
   * teams on which something real depends stay, the people disabled. Refused with `made-up-person` to those who are part of it.
   */
  'demonstration:remove': z.strictObject({}),
}

export interface DeskProfile {
  /** As the widget is headed; null while nobody has named it. */
  name: string | null
  /** Whether `populate` filled it with people and tickets that do not exist. */
  isDemonstration: boolean
}

export interface Setup {
  /** What is done, as the desk itself shows. */
  done: Record<SetupStep, boolean>
  /** What was left as it is. */
  skipped: SetupStep[]
  /** Whether the list was put away. */
  dismissed: boolean
  version: number
}

/** How much of each the demonstration holds, or held. */
export interface Demonstration {
  tickets: number
  people: number
  teams: number
  requesters: number
  replies: number
  sites: number
}

export interface SetupAnswers {
  'desk:profile': DeskProfile
  'setup:read': Setup
  'setup:save': Setup
  'demonstration:look': Demonstration
  'demonstration:remove': Demonstration
}
