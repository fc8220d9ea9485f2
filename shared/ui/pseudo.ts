import type { PseudoLanguage } from './language.ts'

/** A catalogue in a language that nobody speaks and everybody can read, to see which layouts break. */
export function pseudo<Catalogue>(english: Catalogue, language: PseudoLanguage): Catalogue {
  return translate(english, language === 'en-XA' ? stretched : turned)
}

function translate<T>(text: T, into: (text: string) => string): T {
  if (typeof text === 'string') return into(text) as T
  if (typeof text === 'function') return ((...about: unknown[]) => translate(text(...about), into)) as T
  if (Array.isArray(text)) return text.map((one) => translate(one, into)) as T
  if (typeof text !== 'object' || text === null) return text
  // Read when it is shown: some texts come later.
  const later = Object.keys(text).map((key) => [key, { enumerable: true, get: () => translate(Reflect.get(text, key), into) }])
  return Object.defineProperties({}, Object.fromEntries(later)) as T
}

/** Longer by the 40 % that German or Finnish may take; a bracket that is missing on the screen was cut off. */
const stretched = (text: string) => `[${text.replace(/\p{L}/gu, accented)}]`

/** Each word runs from right to left, as an Arabic one would. */
const turned = (text: string) => text.replace(/\p{L}+/gu, (word) => `\u202E${word}\u202C`)

const accented = (letter: string) => accents[letter] ?? letter

const accents: Record<string, string> = {
  a: 'áá',
  e: 'éé',
  i: 'îî',
  o: 'öö',
  u: 'ûû',
  y: 'ýý',
  c: 'ç',
  d: 'đ',
  g: 'ĝ',
  h: 'ĥ',
  n: 'ñ',
  s: 'š',
  t: 'ţ',
  w: 'ŵ',
  z: 'ž',
  A: 'Åá',
  E: 'Éé',
  I: 'Îî',
  O: 'Öö',
  U: 'Ûû',
  C: 'Ç',
  S: 'Š',
}
