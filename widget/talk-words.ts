import { insist } from '../shared/client/insist.ts'
import { catalogueIn } from '../shared/ui/catalogue.ts'
import type { Language } from '../shared/ui/language.ts'
import { english as sharedEnglish } from '../shared/ui/words/en.ts'
import { read } from '../shared/ui/words.ts'
import { english } from './words/talk/en.ts'

/** Every text of talking. */
export type Words = typeof english

/** The texts of talking, in the reader's language. */
export let words: Words = english

/** Fetches a language's texts of talking and reads from them. */
export async function speakOn(language: Language): Promise<void> {
  const texts = await catalogueIn(
    language,
    { own: english, shared: sharedEnglish },
    { de: () => insist(() => import('./words/talk/de.ts')).then(({ german, shared }) => ({ own: german, shared })) },
  )
  words = texts.own
  read(texts.shared)
}
