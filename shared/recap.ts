import type { Named } from './people.ts'
import type { StepTaken } from './step.ts'
import type { Code } from './ticket.ts'

/** A timeline in a few lines, made from its entries alone: the same timeline gives the same lines, for everybody. */
export interface Recap {
  /** What the requester asked first, in his words. */
  asked: string | null
  /** What was tried, the latest few. */
  tried: Pick<StepTaken, 'what' | 'outcome' | 'answer'>[]
  /** What agents told him, the latest few, without questions and courtesies. */
  told: Told[]
  /** How it was resolved, if it is. */
  helped: { code: Code; text: string; at: string } | null
  /** The agents who had it, in the order in which they came to it. */
  agents: Named[]
  /** How often it went to another agent or back to a line, and how often it was opened again. */
  moved: number
  reopened: number
  /** How many wrote how much: messages of the requester and of agents. */
  messages: { requester: number; agents: number }
  /** From the opening until the first agent came, or until it was over; null while he still waits. */
  waitedSeconds: number | null
  /** From the first agent's coming until the talk was over, or its latest entry. */
  talkedSeconds: number | null
}

/** Something that an agent said. */
export interface Told {
  by: string
  at: string
  text: string
}
