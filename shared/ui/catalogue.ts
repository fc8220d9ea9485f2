import type { Language } from './language.ts'

/** A catalogue in the reader's language. English comes with the page; the others are fetched when they are wanted. */
export async function catalogueIn<Texts>(language: Language, english: Texts, fetching: { de: () => Promise<Texts> }): Promise<Texts> {
  switch (language) {
    case 'en':
      return english
    case 'de':
      return fetching.de()
    case 'en-XA':
    case 'ar-XB': {
      const { pseudo } = await import('./pseudo.ts')
      return pseudo(english, language)
    }
  }
}
