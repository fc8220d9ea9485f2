import { refused as shared } from '../../../shared/ui/words/de.ts'
import type { refused as english } from '../en/refused.ts'

/** How each refusal of the desk is worded for agents, in German. */
export const refused: typeof english = {
  ...shared,
  unavailable: 'Der Helpdesk kann gerade nicht antworten. Versuchen Sie es gleich noch einmal.',
}
