import type { Socket } from 'socket.io'
import type { Announcements, ClientToServer, Question } from '../../shared/protocol.ts'
import { questions } from '../../shared/protocol.ts'
import { type RefusalCode, Refused, type Reply } from '../../shared/refusal.ts'
import { isOutOfReach } from '../desk/line/out-of-reach.ts'
import type { Allowances } from './allowance.ts'
import { cutOff, isClogged } from './backlog.ts'
import type { Endurance } from './endurance.ts'
import type { Caller, Handlers } from './handlers.ts'

export interface Arrival extends Pick<Caller, 'who'> {
  /** The session or visit that opened the connection. */
  key: string
  address: string
  /** Whether something was asked since the session was last looked at. */
  wasUsed?: boolean
}

export type DeskSocket = Socket<ClientToServer, Announcements, Record<string, never>, Arrival>

/** By what a trouble is found again: the connection, and the act if it was one. */
export interface Trace {
  connection: string
  act?: string
}

/** Told about what nobody could foresee. Never gets what was asked, for that may be somebody's words. */
export type OnBug = (error: unknown, question: string, trace?: Trace) => void

export interface Answering {
  handlers: Handlers<Question>
  allowances: Allowances
  endurance: Endurance
  onBug: OnBug
}

/** Gives every question its handler. Whatever comes in, the answer is a reply, and the process goes on. */
export function answerQuestions(socket: DeskSocket, answering: Answering) {
  const caller: Caller = {
    who: socket.data.who,
    connection: socket.id,
    address: socket.data.address,
    enter: async (room) => socket.join(room),
    leave: async (room) => socket.leave(room),
  }
  const bear = () => {
    if (!answering.endurance.endures(caller.who)) cutOff(socket.conn)
  }
  // One listener for all questions: one for each of them would be a third of what a silent visitor costs.
  socket.onAny((question: string, asked: unknown, answer: unknown) => {
    if (!isQuestion(question)) return bear()
    socket.data.wasUsed = true
    void replyTo(question, asked, caller, answering).then((reply) => {
      if (!reply.ok && reply.refusal === 'too-fast') bear()
      if (isClogged(socket.conn)) cutOff(socket.conn)
      else if (typeof answer === 'function') answer(reply)
    })
  })
}

const isQuestion = (word: string): word is Question => Object.hasOwn(questions, word)

async function replyTo(
  question: Question,
  asked: unknown,
  caller: Caller,
  { handlers, allowances, onBug }: Answering,
): Promise<Reply<unknown>> {
  if (!allowances.take(caller.who, question)) return no('too-fast')
  const heard = questions[question].safeParse(asked)
  if (!heard.success) return no(heard.error.issues.some(({ code }) => code === 'too_big') ? 'too-large' : 'malformed')
  try {
    const handle = handlers[question] as (caller: Caller, heard: unknown) => Promise<unknown>
    return { ok: true, value: await handle(caller, heard.data) }
  } catch (error) {
    if (error instanceof Refused) return no(error.code)
    if (isOutOfReach(error)) return no('unavailable')
    onBug(error, question, { connection: caller.connection, ...('act' in heard.data && { act: heard.data.id }) })
    return no('failed')
  }
}

const no = (refusal: RefusalCode): Reply<never> => ({ ok: false, refusal })
