import { insist } from '../shared/client/insist.ts'
import { catalogueIn } from '../shared/ui/catalogue.ts'
import type { Language } from '../shared/ui/language.ts'
import { english } from './words/consent/en.ts'

/** Every text with which somebody is asked to agree. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** Fetches a language's texts and reads from them. */
export async function speakOfConsent(language: Language): Promise<void> {
  words = await catalogueIn(language, english, { de: () => insist(() => import('./words/consent/de.ts')).then(({ german }) => german) })
}
