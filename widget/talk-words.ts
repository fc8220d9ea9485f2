import type { Language } from '../shared/ui/language.ts'
import { english as sharedEnglish } from '../shared/ui/words/en.ts'
import { read, type Words as SharedWords } from '../shared/ui/words.ts'
import { english } from './words/talk/en.ts'

/** Every text of talking. */
export type Words = typeof english

/** The texts of talking, in the reader's language. */
export let words: Words = english

/** Fetches a language's texts of talking and reads from them. */
export async function speakOn(language: Language): Promise<void> {
  const texts = await textsIn(language)
  words = texts.own
  read(texts.shared)
}

/** English comes with the chat; the others are fetched when they are wanted. */
async function textsIn(language: Language): Promise<{ own: Words; shared: SharedWords }> {
  switch (language) {
    case 'en':
      return { own: english, shared: sharedEnglish }
    case 'de': {
      const { german, shared } = await import('./words/talk/de.ts')
      return { own: german, shared }
    }
    case 'en-XA':
    case 'ar-XB': {
      const { pseudo } = await import('../shared/ui/pseudo.ts')
      return pseudo({ own: english, shared: sharedEnglish }, language)
    }
  }
}
