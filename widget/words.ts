import { insist } from '../shared/client/insist.ts'
import { type LookLanguage, lookLanguages } from '../shared/look.ts'
import { catalogueIn } from '../shared/ui/catalogue.ts'
import { type Language, languageFor, markDocument } from '../shared/ui/language.ts'
import { reasonsFrom } from '../shared/ui/reasons.ts'
import { english } from './words/en.ts'

/** Every text of the first screens. Those of talking are in talk-words.ts. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** The language they are in. */
export let spoken: Language = 'en'

/** Fetches a language's texts and reads from them, before anything is drawn; what comes too late is left until the page is loaded anew. */
export async function speak(language: Language, tooLate: Promise<void> = new Promise(() => {})): Promise<void> {
  const texts = await Promise.race([
    catalogueIn(language, english, { de: () => insist(() => import('./words/de.ts')).then(({ german }) => german) }),
    tooLate,
  ])
  if (!texts) return
  if (language === 'de') reasonsFrom(() => insist(() => import('../shared/ui/words/de-reasons.ts')).then(({ refused }) => refused))
  words = texts
  spoken = language
  markDocument(language)
}

/** The first of the reader's wishes that the desk speaks; its own first language, if there is none. */
export function languageAmong(offered: readonly LookLanguage[] = lookLanguages, wishes: readonly (string | null)[] = []): Language {
  const isOff = (wish: string) => lookLanguages.some((known) => wish.toLowerCase().startsWith(known) && !offered.includes(known))
  return languageFor([...wishes.filter((wish) => wish && !isOff(wish)), offered[0]])
}
