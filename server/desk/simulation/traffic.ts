import type { Need, Skills } from '../../../shared/skills.ts'
import type { Impact, Urgency } from '../../../shared/ticket.ts'

/** Who comes to a desk and who is there to help, however the desk is set up. Times are in seconds from when it begins. */
export interface Traffic {
  /** In milliseconds since 1970. */
  begins: number
  /** How long it is looked at. */
  seconds: number
  helpers: Helper[]
  arrivals: Arrival[]
  answering: Answering
}

/** An agent, and when he is at his desk. */
export interface Helper {
  id: string
  name: string
  /** By which a settings file names him. */
  email?: string
  teams: string[]
  capacity: number
  skills: Skills
  languages: string[]
  here: [from: number, to: number][]
}

/** Somebody who asks for help. */
export interface Arrival {
  at: number
  requester: string
  team: string
  /** What he asked about, as the topic is called; null where that is not known. */
  topic: string | null
  needs: Need[]
  language: string | null
  impact: Impact
  urgency: Urgency
  vip: boolean
  /** The agent who was named for him, or helped him last, before all this. */
  knows: { agent: string; why: 'named' | 'last' } | null
  /** After how long in the line he gives up; null is never. */
  patience: number | null
  /** How long each turn to speak lasts: the agent's first, then the requester's, and so on; together they are the talk. */
  turns: number[]
  /** How long its agent takes to wrap it up. */
  wrapUp: number
}

/** How agents answer what rings for them. */
export interface Answering {
  /** In the mean, exponentially. */
  seconds: number
  /** The part of all offers that nobody answers. */
  missed: number
  /** After how long somebody is available again whom the desk set away. */
  backAfterSeconds: number
}
