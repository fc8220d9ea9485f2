/** What is particular about a language besides its words. */
interface Traits {
  /** How it writes times, dates and numbers. */
  locale: string
  direction: 'ltr' | 'rtl'
  /** As its own readers call it. */
  name: string
}

/** The languages that widget and console speak. The catalogues of each lie in the `words` folders. */
export const traits = {
  en: { locale: 'en-GB', direction: 'ltr', name: 'English' },
  de: { locale: 'de-DE', direction: 'ltr', name: 'Deutsch' },
} satisfies Record<string, Traits>

export type Language = keyof typeof traits

const languages = Object.keys(traits) as Language[]

/** The first wish that we can speak, the strongest first: what the reader chose, what the page says, what the browser says. */
export function languageFor(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const spoken = wish ? spokenAs(wish.toLowerCase()) : undefined
    if (spoken) return spoken
  }
  return 'en'
}

function spokenAs(tag: string): Language | undefined {
  const [general] = tag.split('-')
  return languages.find((language) => language.toLowerCase() === tag) ?? languages.find((language) => language === general)
}

/** How times, dates and numbers are written now. */
export let locale: string = traits.en.locale

/** Tells the document, and with it screen readers, hyphenation and layout, what language it is in. */
export function markDocument(language: Language, { documentElement: root }: Document = document) {
  locale = traits[language].locale
  root.lang = language
  root.dir = traits[language].direction
}
