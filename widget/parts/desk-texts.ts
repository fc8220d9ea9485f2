import type { LookTexts } from '../../shared/look.ts'
import type { Visit } from '../models/visit.ts'
import { spoken, words } from '../words.ts'

/** What the desk says of itself in the reader's language, and the widget's own words where it says nothing. */
export function deskTexts({ look }: Pick<Visit, 'look'>): LookTexts {
  const texts: Partial<Record<string, LookTexts>> = look.value?.texts ?? {}
  const own = texts[spoken]
  return {
    name: own?.name || words.desk,
    greeting: own?.greeting || words.whatIsWrong,
    hint: own?.hint || words.ask.hint,
  }
}
