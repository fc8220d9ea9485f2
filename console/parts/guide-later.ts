import type { Language } from '../../shared/ui/language.ts'
import { bringStyles } from '../../shared/ui/late-styles.ts'
import { useLater } from '../../shared/ui/later.ts'
import { spoken } from '../models/language.ts'

type Part = typeof import('../../shared/ui/guide-card.ts')
const loads = new Map<Language, () => Promise<Part>>()

/** The card of a guide, in the reader's language; null until it is there. */
export const useGuideCard = (isWanted = true): Part | null => useLater(loadIn(spoken.value), isWanted)

function loadIn(language: Language): () => Promise<Part> {
  const load = loads.get(language) ?? (() => fetchIn(language))
  loads.set(language, load)
  return load
}

async function fetchIn(language: Language): Promise<Part> {
  const [part] = await Promise.all([import('../../shared/ui/guide-card.ts'), bringStyles('/console/guides.css')])
  await part.speakOfGuides(language)
  return part
}
