import { refusals } from '../../../shared/reasons.ts'
import type { RefusalCode } from '../../../shared/refusal.ts'

/** How each refusal of the desk is worded for agents. */
export const refused: Record<RefusalCode, string> = {
  ...refusals,
  unavailable: 'The help desk cannot answer just now. Try again in a moment.',
}
