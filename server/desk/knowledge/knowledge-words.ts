/** What stands around articles on their public pages, in English. */
const english = {
  desk: 'IT help desk',
  title: 'Knowledge',
  search: 'Search',
  searchLabel: 'What do you need help with?',
  found: (words: string) => `Found for “${words}”`,
  none: 'Nothing was found. Try fewer or other words.',
  noneYet: 'There are no articles yet.',
  all: 'All articles',
  published: (day: string) => `As of ${day}`,
  missing: 'There is no such page',
  missingText: 'It may have been taken back or moved. Search for it, or look at all articles.',
  languages: { en: 'In English', de: 'In German' } as Partial<Record<string, string>>,
  others: 'In other languages',
}

export type KnowledgeWords = typeof english

const german: KnowledgeWords = {
  desk: 'IT-Helpdesk',
  title: 'Wissen',
  search: 'Suchen',
  searchLabel: 'Wobei brauchen Sie Hilfe?',
  found: (words) => `Gefunden für „${words}“`,
  none: 'Es wurde nichts gefunden. Versuchen Sie weniger oder andere Wörter.',
  noneYet: 'Es gibt noch keine Artikel.',
  all: 'Alle Artikel',
  published: (day) => `Stand: ${day}`,
  missing: 'Diese Seite gibt es nicht',
  missingText: 'Vielleicht wurde sie zurückgenommen oder verschoben. Suchen Sie danach, oder sehen Sie alle Artikel an.',
  languages: { en: 'Auf Englisch', de: 'Auf Deutsch' },
  others: 'In anderen Sprachen',
}

/** The same in each language that the pages speak. */
export const knowledgeWords = { en: english, de: german }
export type KnowledgeLanguage = keyof typeof knowledgeWords

/** The language of a reader, by what his browser says that he reads. */
export function knowledgeLanguage(accepted: string | undefined): KnowledgeLanguage {
  const wanted = (accepted ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase())
  return wanted.find((one) => one === 'en' || one === 'de') === 'de' ? 'de' : 'en'
}
