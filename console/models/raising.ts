import type { Impact, Urgency } from '../../shared/ticket.ts'

export interface Levels {
  impact: Impact
  urgency: Urgency
}

/** One priority higher: more urgent first, then for more people. Null where there is nothing higher. */
export function raised({ impact, urgency }: Levels): Levels | null {
  if (urgency !== 'high') return { impact, urgency: above[urgency] }
  return impact === 'high' ? null : { impact: above[impact], urgency }
}

const above = { low: 'medium', medium: 'high' } as const
