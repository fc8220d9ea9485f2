import { insist } from '../shared/client/insist.ts'
import { catalogueIn } from '../shared/ui/catalogue.ts'
import type { Language } from '../shared/ui/language.ts'
import { english } from './words/guides/en.ts'

/** Every text of writing guides: only those who write some need them. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** Fetches a language's texts of writing guides and reads from them. */
export async function speakOfWriting(language: Language): Promise<void> {
  words = await catalogueIn(language, english, { de: () => insist(() => import('./words/guides/de.ts')).then(({ german }) => german) })
}
