import type { GuideContent } from './guide.ts'
import { type Move, movedBy, skippedFor } from './guide-moves.ts'
import type { GuideRun, StepAnswer, Trodden } from './guide-run.ts'

/** What an agent answers at a step of a guide that he goes through by himself. */
export type GuideMove = StepAnswer | { skip: string }

/** Where somebody stands in a guide after these answers. */
export interface Replayed {
  run: Pick<GuideRun, 'content' | 'at' | 'turn' | 'trail' | 'stuck'>
  /** Each step as it was left, in order. */
  moves: (Move & { step: string })[]
  /** How it ended; null where it goes on. */
  end: Move['end']
}

/** Goes through a guide by answers that were given before; null where one of them is none that its step offers. */
export function replayed(content: GuideContent, answers: readonly GuideMove[], who: Pick<Trodden, 'by' | 'at'>): Replayed | null {
  const moves: Replayed['moves'] = []
  const trail: Trodden[] = []
  let at = content.steps[0]?.id ?? ''
  let end: Move['end'] = null
  for (const answer of answers) {
    const here = { content, at }
    const move: Move | null = end
      ? null
      : typeof answer === 'object' && 'skip' in answer
        ? skippedFor(here, answer.skip)
        : movedBy(here, answer)
    if (!move) return null
    moves.push({ ...move, step: at })
    trail.push({ ...who, step: at, title: move.title, outcome: move.outcome, ...(move.answer && { answer: move.answer }) })
    at = move.next ?? at
    end = move.end
  }
  return { run: { content, at, turn: answers.length, trail, stuck: null }, moves, end }
}
