import { type Language, markDocument } from '../shared/ui/language.ts'
import { read } from '../shared/ui/words.ts'
import { english } from './words/en.ts'

/** Every text of the console. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** Fetches a language's texts and reads from them: before anything is drawn. */
export async function speak(language: Language): Promise<void> {
  if (language === 'de') {
    const { german, shared } = await import('./words/de.ts')
    words = german
    read(shared)
  }
  markDocument(language)
}
