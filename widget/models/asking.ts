import { NotReached } from '../../shared/client/not-reached.ts'
import type { Answers, Asked, Question } from '../../shared/protocol.ts'
import type { Visit } from './visit.ts'

/** Asks the server on behalf of whoever visits. */
export const askBy = <Q extends Question>({ connection }: Visit, question: Q, asked: Asked<Q>): Promise<Answers[Q]> =>
  connection.peek()?.ask(question, asked) ?? Promise.reject(new NotReached('No visit'))
