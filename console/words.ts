import { catalogueIn } from '../shared/ui/catalogue.ts'
import { type Language, markDocument } from '../shared/ui/language.ts'
import { english as sharedEnglish } from '../shared/ui/words/en.ts'
import { read } from '../shared/ui/words.ts'
import { english } from './words/en.ts'

/** Every text of the console. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

const later = new Set<Speak>()
let spoken: Language = 'en'

type Speak = (language: Language) => Promise<void>

/** Texts that come with a later part: fetched now in the language that is spoken, and anew whenever that is another one. */
export function speakToo(speak: Speak): Promise<void> {
  later.add(speak)
  return speak(spoken)
}

/** Fetches a language's texts and reads from them: before anything is drawn. */
export async function speak(language: Language): Promise<void> {
  const texts = await catalogueIn(
    language,
    { own: english, shared: sharedEnglish },
    { de: () => import('./words/de.ts').then(({ german, shared }) => ({ own: german, shared })) },
  )
  spoken = language
  await Promise.all([...later].map((one) => one(language)))
  words = texts.own
  read(texts.shared)
  markDocument(language)
}
