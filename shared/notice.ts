import type { LookLanguage } from './look.ts'

/** What a desk tells requesters, in each language in which it says it. */
export type Notice = Readonly<Partial<Record<LookLanguage, string>>>

/** As a reader of this language is told: in his own, or else in one that there is. */
export const noticeIn = (notice: Notice, language: string): string =>
  (notice as Partial<Record<string, string>>)[language] ?? Object.values(notice)[0] ?? ''
