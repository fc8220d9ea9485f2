import { english } from '../../../shared/ui/words/en.ts'

/** How each refusal of the desk is worded for agents. */
export const refused = {
  ...english.refused,
  unavailable: 'The help desk cannot answer just now. Try again in a moment.',
}
