import { useEffect, useState } from 'preact/hooks'
import type { Connection } from '../../shared/client/connection.ts'
import type { Answers, Asked, Question } from '../../shared/protocol.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'

/** An answer that a screen waits for, and how to ask for it again. */
export interface Loaded<T> {
  answer: T | null
  refusal: RefusalCode | null
  /** Changes with each answer, for what must begin anew with it. */
  turn: number
  again(): void
}

/** Asks once when the screen appears, again when told to, and whenever the line is back before an answer came. */
export function useAsked<Q extends Question>(connection: Connection, question: Q, asked: Asked<Q>): Loaded<Answers[Q]> {
  const [got, setGot] = useState<{ answer: Answers[Q] | null; turn: number }>({ answer: null, turn: 0 })
  const [refusal, setRefusal] = useState<RefusalCode | null>(null)
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    let wanted = true
    let answered = false
    const ask = async () => {
      if (answered) return
      try {
        const answer = await connection.ask(question, asked)
        if (!wanted) return
        answered = true
        setGot({ answer, turn })
        setRefusal(null)
      } catch (error) {
        if (wanted && error instanceof Refused) setRefusal(error.code)
      }
    }
    const undo = connection.onBack(() => void ask())
    return () => {
      wanted = false
      undo()
    }
  }, [connection, question, turn])

  return { ...got, refusal, again: () => setTurn((before) => before + 1) }
}
