import { insist } from '../shared/client/insist.ts'
import { catalogueIn } from '../shared/ui/catalogue.ts'
import type { Language } from '../shared/ui/language.ts'
import { english } from './words/incident/en.ts'

/** Every text of what many people have at the same time. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** Fetches a language's texts of incidents and reads from them. */
export async function speakOfIncidents(language: Language): Promise<void> {
  words = await catalogueIn(language, english, { de: () => insist(() => import('./words/incident/de.ts')).then(({ german }) => german) })
}
