import type { Helping, Requesting } from '../../shared/people.ts'
import type { Answers, Heard, Question } from '../../shared/protocol.ts'

/** Who asks, and through which connection. */
export interface Caller {
  who: Requesting | Helping
  /** The id of the connection, for what is bound to a device. */
  connection: string
  /** Where the connection comes from, for the audit log. */
  address: string
  enter(room: string): Promise<void>
  leave(room: string): Promise<void>
}

/** The answers to some of the wire's questions. A table of a noun without one of its questions does not compile. */
export type Handlers<Q extends Question> = {
  [K in Q]: (caller: Caller, heard: Heard<K>) => Promise<Answers[K]>
}
