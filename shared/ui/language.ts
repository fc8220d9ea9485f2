/** What is particular about a language besides its words. */
interface Traits {
  /** How it writes times, dates and numbers. */
  locale: string
  direction: 'ltr' | 'rtl'
  /** As its own readers call it. */
  name: string
}

/** The languages that widget and console speak. The catalogues of each lie in the `words` folders. */
const languages = {
  en: { locale: 'en-GB', direction: 'ltr', name: 'English' },
  de: { locale: 'de-DE', direction: 'ltr', name: 'Deutsch' },
} satisfies Record<string, Traits>

/** For whoever checks layouts: English, made longer, or made to run from right to left. */
const pseudoLanguages = {
  'en-XA': { locale: 'en-GB', direction: 'ltr', name: 'Pseudo' },
  'ar-XB': { locale: 'ar-u-hc-h23', direction: 'rtl', name: 'Pseudo, right to left' },
} satisfies Record<string, Traits>

export type PseudoLanguage = keyof typeof pseudoLanguages
export type Language = keyof typeof languages | PseudoLanguage

const traits: Record<Language, Traits> = { ...languages, ...pseudoLanguages }

/** What a reader may choose, each under its own name. */
export const choices = (Object.keys(languages) as (keyof typeof languages)[]).map((language) => ({
  language,
  name: languages[language].name,
}))

/** The first wish that we can speak, the strongest first: what the reader chose, what the page says, what the browser says. */
export function languageFor(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const spoken = wish ? spokenAs(wish.toLowerCase()) : undefined
    if (spoken) return spoken
  }
  return 'en'
}

function spokenAs(tag: string): Language | undefined {
  const known = Object.keys(traits) as Language[]
  return known.find((language) => language.toLowerCase() === tag) ?? known.find((language) => language === tag.split('-')[0])
}

/** How times, dates and numbers are written now. */
export let locale = traits.en.locale

/** Tells the document, and with it screen readers, hyphenation and layout, what language it is in. */
export function markDocument(language: Language, { documentElement: root }: Document = document) {
  locale = traits[language].locale
  root.lang = language
  root.dir = traits[language].direction
}
