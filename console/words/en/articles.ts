/** Articles in chats and from tickets. */
export const articles = {
  title: 'Articles',
  hint: 'Articles: type ?? and a word',
  none: 'No article fits.',
  write: 'Write one',
  looking: 'Looking',
  chosen: (name: string, place: number, count: number, canSend: boolean) =>
    `${name}, ${place} of ${count}. Enter takes it over${canSend ? ', Alt+Enter sends it' : ''}.`,
  keys: 'Enter takes it over, Alt+Enter sends it as a card',
  internal: 'for agents only: its text is taken over',
  sendThis: (title: string) => `Send “${title}”`,
  fits: 'An article that fits:',
  read: (title: string) => `Read “${title}”`,
  not: 'Not now',
  draft: 'Write an article',
  draftGuide: 'Write a guide',
  drafted: (title: string) => `Draft kept: ${title}`,
  draftKey: 'A draft of your own, from what is on the ticket: Alt+D',
  problem: 'Problem',
  tried: 'What was tried',
  solution: 'Solution',
  waiting: (due: number, inReview: number) =>
    [due > 0 ? `${due} of yours to be looked at again` : '', inReview > 0 ? `${inReview} in review` : ''].filter(Boolean).join(', '),
  unreached: 'Articles cannot be looked for now. Esc closes this.',
  untitled: 'Without a title',
}
