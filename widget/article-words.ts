import { insist } from '../shared/client/insist.ts'
import { catalogueIn } from '../shared/ui/catalogue.ts'
import type { Language } from '../shared/ui/language.ts'
import { english } from './words/articles/en.ts'

/** Every text of articles. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** Fetches a language's texts of articles and reads from them. */
export async function speakOfArticles(language: Language): Promise<void> {
  words = await catalogueIn(language, english, { de: () => insist(() => import('./words/articles/de.ts')).then(({ german }) => german) })
}
