import { insist } from '../shared/client/insist.ts'
import { catalogueIn } from '../shared/ui/catalogue.ts'
import { languageFor } from '../shared/ui/language.ts'
import { english } from './words/closing/en.ts'

/** Every text of the settings of closing and of secrets. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** Fetches the texts in the language of the page and reads from them; the same function each time. */
export async function speakOfClosing(): Promise<true> {
  const language = languageFor([document.documentElement.lang])
  words = await catalogueIn(language, english, { de: () => insist(() => import('./words/closing/de.ts')).then(({ german }) => german) })
  return true
}
