import type { Assignment, Method, TeamRouting } from '../../shared/team-routing.ts'
import { words as laterWords } from '../later-words.ts'
import { words } from '../words.ts'
import type { Errors } from './form.ts'

/** How a line is given out, as it is written in a form. Seconds that are empty are as for the whole desk, or never. */
export interface WrittenDistribution {
  method: Method
  assignment: Assignment
  offerSeconds: string
  reofferAfterSeconds: string
  /** One a line. */
  declineReasons: string
  pacingSeconds: string
  languageFirst: boolean
  widenAfterSeconds: string
  keepForSeconds: string
  awaiting: string
  held: string
  wrapUp: string
}

type Distribution = Pick<TeamRouting, (keyof WrittenDistribution & keyof TeamRouting) | 'weights'>

export function writtenDistribution(routing: Distribution): WrittenDistribution {
  const { weights, declineReasons, method, assignment, languageFirst } = routing
  return {
    method,
    assignment,
    languageFirst,
    offerSeconds: text(routing.offerSeconds),
    reofferAfterSeconds: text(routing.reofferAfterSeconds),
    declineReasons: declineReasons.join('\n'),
    pacingSeconds: text(routing.pacingSeconds),
    widenAfterSeconds: text(routing.widenAfterSeconds),
    keepForSeconds: text(routing.keepForSeconds),
    awaiting: text(weights.awaiting),
    held: text(weights.held),
    wrapUp: text(weights['wrap-up']),
  }
}

export function readDistribution(written: WrittenDistribution): Distribution {
  const { method, assignment, languageFirst } = written
  return {
    method,
    assignment,
    languageFirst,
    offerSeconds: numberOrNull(written.offerSeconds),
    reofferAfterSeconds: numberOrNull(written.reofferAfterSeconds),
    declineReasons: reasonsIn(written.declineReasons),
    pacingSeconds: number(written.pacingSeconds),
    widenAfterSeconds: numberOrNull(written.widenAfterSeconds),
    keepForSeconds: number(written.keepForSeconds),
    weights: { awaiting: number(written.awaiting), held: number(written.held), 'wrap-up': number(written.wrapUp) },
  }
}

/** The least and the most of each number, and whether nothing may stand there. */
const bounds: Record<Seconds, [least: number, most: number, mayBeEmpty: boolean]> = {
  offerSeconds: [5, 600, true],
  reofferAfterSeconds: [1, 86_400, true],
  pacingSeconds: [0, 3600, false],
  widenAfterSeconds: [0, 86_400, true],
  keepForSeconds: [0, 3600, false],
}
export type Seconds = 'offerSeconds' | 'reofferAfterSeconds' | 'pacingSeconds' | 'widenAfterSeconds' | 'keepForSeconds'
export type Weight = 'awaiting' | 'held' | 'wrapUp'
export const weights: readonly Weight[] = ['awaiting', 'held', 'wrapUp']

/** What most desks count, of which the settings speak. */
export const usualWeights: Record<Weight, number> = { awaiting: 0.3, held: 0, wrapUp: 1 }

/** Usual weights as they are written in the reader's language. */
export const writtenUsualWeights = (): Record<Weight, string> => ({
  awaiting: text(usualWeights.awaiting),
  held: text(usualWeights.held),
  wrapUp: text(usualWeights.wrapUp),
})

/** What is wrong with which field. */
export function wrongDistribution(written: WrittenDistribution): Errors<WrittenDistribution> {
  const errors: Errors<WrittenDistribution> = {}
  for (const [name, [least, most, mayBeEmpty]] of Object.entries(bounds) as [Seconds, [number, number, boolean]][]) {
    const isEmpty = written[name].trim() === ''
    const is = number(written[name])
    const isFine = isEmpty ? mayBeEmpty : Number.isInteger(is) && is >= least && is <= most
    errors[name] = isFine ? null : words.settings.between(least, most)
  }
  for (const name of weights) errors[name] = isWeight(written[name]) ? null : laterWords.distribution.weightWrong
  const reasons = reasonsIn(written.declineReasons)
  errors.declineReasons =
    reasons.length <= 20 && reasons.every((reason) => reason.length <= 60) ? null : laterWords.distribution.reasonsWrong
  return errors
}

const isWeight = (written: string) => {
  const hundredths = Math.round(number(written) * 10_000) / 100
  return written.trim() !== '' && hundredths >= 0 && hundredths <= 100 && Number.isInteger(hundredths)
}

const reasonsIn = (written: string) =>
  written
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

const number = (written: string) => Number(written.trim().replace(',', '.'))
const numberOrNull = (written: string) => (written.trim() === '' ? null : number(written))
const text = (value: number | null) => (value === null ? '' : String(value))
