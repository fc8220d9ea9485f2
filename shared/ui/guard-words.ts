import { insist } from '../client/insist.ts'
import { catalogueIn } from './catalogue.ts'
import { languageFor } from './language.ts'
import { english } from './words/guard/en.ts'

/** Every text of what should not be sent. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** Fetches the texts in the language of the page and reads from them. */
export async function speakOfSecrets(): Promise<void> {
  const language = languageFor([document.documentElement.lang])
  words = await catalogueIn(language, english, { de: () => insist(() => import('./words/guard/de.ts')).then(({ german }) => german) })
}
