import { catalogueIn } from '../shared/ui/catalogue.ts'
import { type Language, markDocument } from '../shared/ui/language.ts'
import { english as sharedEnglish } from '../shared/ui/words/en.ts'
import { read } from '../shared/ui/words.ts'
import { english } from './words/en.ts'

/** Every text of the console. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** Fetches a language's texts and reads from them: before anything is drawn. */
export async function speak(language: Language): Promise<void> {
  const texts = await catalogueIn(
    language,
    { own: english, shared: sharedEnglish },
    { de: () => import('./words/de.ts').then(({ german, shared }) => ({ own: german, shared })) },
  )
  words = texts.own
  read(texts.shared)
  markDocument(language)
}
