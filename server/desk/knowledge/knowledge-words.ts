/** What stands around articles on their public pages, in English. */
const english = {
  desk: 'IT help desk',
  title: 'Knowledge',
  search: 'Search',
  searchLabel: 'What do you need help with?',
  found: (words: string) => `Found for “${words}”`,
  none: 'Nothing was found. Try fewer or other words.',
  noneYet: 'There are no articles yet.',
  first: (count: number) => `These are the first ${count}. Search to find the others.`,
  all: 'All articles',
  helps: 'Did this help?',
  helped: 'Yes, it helped',
  didNotHelp: 'It did not help',
  thanks: 'Thank you. It is good to know that it helped.',
  sorry: 'Thank you, that is noted. Search with other words, or ask the help desk.',
  changed: 'You can change your answer:',
  published: (day: string) => `As of ${day}`,
  missing: 'There is no such page',
  missingText: 'It may have been taken back or moved. Search for it, or look at all articles.',
  tooFast: 'Too much at once',
  tooFastText: 'More was asked for from your network than is answered at once. Try again in a minute.',
  away: 'The help desk cannot be reached right now',
  awayText: 'Try again in a minute.',
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
  first: (count) => `Das sind die ersten ${count}. Suchen Sie, um die anderen zu finden.`,
  all: 'Alle Artikel',
  helps: 'Hat das geholfen?',
  helped: 'Ja, das hat geholfen',
  didNotHelp: 'Hat nicht geholfen',
  thanks: 'Danke. Gut zu wissen, dass es geholfen hat.',
  sorry: 'Danke, das ist vermerkt. Suchen Sie mit anderen Wörtern, oder fragen Sie den Helpdesk.',
  changed: 'Sie können Ihre Antwort ändern:',
  published: (day) => `Stand: ${day}`,
  missing: 'Diese Seite gibt es nicht',
  missingText: 'Vielleicht wurde sie zurückgenommen oder verschoben. Suchen Sie danach, oder sehen Sie alle Artikel an.',
  tooFast: 'Zu viel auf einmal',
  tooFastText: 'Aus Ihrem Netz wurde mehr abgefragt, als auf einmal beantwortet wird. Versuchen Sie es in einer Minute noch einmal.',
  away: 'Der Helpdesk ist gerade nicht zu erreichen',
  awayText: 'Versuchen Sie es in einer Minute noch einmal.',
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
