import { type LookLanguage, lookLanguages } from '../../shared/look.ts'
import type { Notice } from '../../shared/notice.ts'

/** A text in every language that a widget may speak, as it is written in a form. */
export type WrittenNotice = Record<LookLanguage, string>

/** Saved as text; what is not said in a language is empty. */
export const writtenNotice = (notice: Notice | null): WrittenNotice => each((language) => notice?.[language] ?? '')

/** Text as it is saved: in those languages in which something is said. */
export const readNotice = (written: WrittenNotice): Notice =>
  Object.fromEntries(lookLanguages.flatMap((language) => (written[language].trim() ? [[language, written[language].trim()]] : [])))

/** Whether nothing is said in any language. */
export const saysNothing = (written: WrittenNotice) => lookLanguages.every((language) => !written[language].trim())

const each = (of: (language: LookLanguage) => string) => Object.fromEntries(lookLanguages.map((one) => [one, of(one)])) as WrittenNotice
