import type { Code } from './ticket.ts'

/** What a team wants filled in before a ticket of its is resolved. */
export interface ClosingRules {
  /** A category, as soon as there is one to choose. */
  category: boolean
  /** So many characters of a resolution at least; 0 is none. */
  resolution: number
  /** The minutes that it took. */
  minutes: boolean
}

export const usualClosing: ClosingRules = { category: true, resolution: 1, minutes: false }

/** Outcomes that explain themselves: nothing else need be filled in for them, whatever the team wants. */
const plain: readonly Code[] = ['no-answer', 'duplicate', 'spam']

/** Whether this outcome asks for what the team wants filled in. */
export const needsWords = (code: Code | '') => code === '' || !plain.includes(code)

/** What stands in a ticket, or would stand there once it is resolved. */
export interface Closed {
  code: Code | ''
  resolution: string
  category: boolean
  minutes: boolean
  /** It names the ticket that it repeats. */
  original: boolean
}

/** What is missing before a ticket may be resolved, in the order of the form. */
export function missingIn(rules: ClosingRules, { code, resolution, category, minutes, original }: Closed): Missing[] {
  if (code === 'duplicate') return original ? [] : ['duplicate-needed']
  if (!needsWords(code)) return []
  const missing: [Missing, boolean][] = [
    ['category-needed', rules.category && !category],
    ['resolution-needed', resolution.trim().length < rules.resolution],
    ['minutes-needed', rules.minutes && !minutes],
  ]
  return missing.flatMap(([what, isMissing]) => (isMissing ? [what] : []))
}

export type Missing = 'category-needed' | 'resolution-needed' | 'minutes-needed' | 'duplicate-needed'
