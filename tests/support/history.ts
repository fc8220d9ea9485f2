import { appendFileSync } from 'node:fs'
import { NotReached } from '../../shared/client/not-reached.ts'
import type { Act, Left } from '../../shared/protocol/conversation.ts'
import { Refused } from '../../shared/refusal.ts'
import type { LineTo } from './line-to.ts'

/** Something that somebody tried to do in a conversation, however often, and what he was told. */
export interface Attempted {
  id: string
  by: string
  conversation: string
  act: Act
  /** Its place among all that happened. */
  invoked: number
  told: Told[]
}

export type Outcome = 'ok' | 'fail' | 'unknown'

export interface Told {
  at: number
  outcome: Outcome
  /** With `ok`: which entries it left. */
  left: Left['left']
}

export type History = ReturnType<typeof aHistory>

/** Who tried to do what, and what he was told: compared afterwards with what was kept. With a file, it stands there line by line. */
export function aHistory(file?: string) {
  const all = new Map<string, Attempted>()
  const counts = { invoke: 0, ok: 0, fail: 0, unknown: 0 }
  let clock = 0

  function write(what: 'invoke' | Outcome, { id, by, conversation, act }: Attempted, more: object = {}) {
    counts[what]++
    if (file)
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), by, act: act.kind, id, what, conversation, ...more })}\n`)
  }

  function invoke(what: Omit<Attempted, 'invoked' | 'told'>): Attempted {
    const attempt = all.get(what.id) ?? { ...what, invoked: ++clock, told: [] }
    all.set(what.id, attempt)
    write('invoke', attempt)
    return attempt
  }

  function tell(attempt: Attempted, outcome: Outcome, left: Left['left'] = [], why?: string) {
    attempt.told.push({ at: ++clock, outcome, left })
    write(outcome, attempt, why ? { why } : { left })
  }

  return {
    attempts: () => [...all.values()],
    /** How many acts were answered like this at least once. */
    count: (outcome: Outcome) => [...all.values()].filter(({ told }) => told.some((one) => one.outcome === outcome)).length,
    /** How many lines of each kind it has. */
    counts: () => ({ ...counts }),

    /** How this person asks, with all that he does in conversations written down. */
    asksOf: (line: LineTo): LineTo['ask'] =>
      async function ask(question, asked) {
        if (!isAct(asked)) return line.ask(question, asked)
        const attempt = invoke({ ...asked, by: line.who.id })
        try {
          const answer = await line.ask(question, asked)
          if (answer && 'left' in answer) tell(attempt, 'ok', answer.left)
          return answer
        } catch (error) {
          if (error instanceof NotReached) tell(attempt, 'unknown', [], 'not reached')
          else if (error instanceof Refused && error.code !== 'too-fast')
            tell(attempt, error.code === 'unavailable' ? 'unknown' : 'fail', [], error.code)
          throw error
        }
      },
  }
}

type Asked = { conversation: string; id: string; act: Act }

const isAct = (asked: object): asked is Asked => 'act' in asked && 'id' in asked && 'conversation' in asked
