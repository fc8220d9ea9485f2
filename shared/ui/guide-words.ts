import { insist } from '../client/insist.ts'
import { catalogueIn } from './catalogue.ts'
import type { Language } from './language.ts'
import { english } from './words/guide/en.ts'

/** Every text of the card of a guide. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** Fetches a language's texts of guides and reads from them. */
export async function speakOfGuides(language: Language): Promise<void> {
  words = await catalogueIn(language, english, { de: () => insist(() => import('./words/guide/de.ts')).then(({ german }) => german) })
}
