import { type LookLanguage, lookLanguages } from '../shared/look.ts'
import { type Language, languageFor, markDocument } from '../shared/ui/language.ts'
import { english as sharedEnglish } from '../shared/ui/words/en.ts'
import { read, type Words as SharedWords } from '../shared/ui/words.ts'
import { english } from './words/en.ts'

/** Every text of the widget. */
export type Words = typeof english

/** The texts in the reader's language. */
export let words: Words = english

/** The language they are in. */
export let spoken: Language = 'en'

/** Fetches a language's texts and reads from them: before anything is drawn. */
export async function speak(language: Language): Promise<void> {
  const texts = await textsIn(language)
  words = texts.own
  spoken = language
  read(texts.shared)
  markDocument(language)
}

/** The first of the reader's wishes that the desk speaks; its own first language, if there is none. */
export function languageAmong(offered: readonly LookLanguage[] = lookLanguages, wishes: readonly (string | null)[] = []): Language {
  const isOff = (wish: string) => lookLanguages.some((known) => wish.toLowerCase().startsWith(known) && !offered.includes(known))
  return languageFor([...wishes.filter((wish) => wish && !isOff(wish)), offered[0]])
}

/** English comes with the page; the others are fetched when they are wanted. */
async function textsIn(language: Language): Promise<{ own: Words; shared: SharedWords }> {
  switch (language) {
    case 'en':
      return { own: english, shared: sharedEnglish }
    case 'de': {
      const { german, shared } = await import('./words/de.ts')
      return { own: german, shared }
    }
    case 'en-XA':
    case 'ar-XB': {
      const { pseudo } = await import('../shared/ui/pseudo.ts')
      return pseudo({ own: english, shared: sharedEnglish }, language)
    }
  }
}
