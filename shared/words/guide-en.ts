/** What happened to a guide and its steps, told to everybody alike: on the screen as on paper. */
export const guide = {
  started: (name: string) => `The guide “${name}” begins.`,
  taken: {
    done: (title: string) => `${title}: done.`,
    'did-not-help': (title: string) => `${title}: did not help.`,
    cannot: (title: string) => `${title}: could not be done.`,
    choice: (title: string, answer: string) => `${title}: “${answer}”.`,
    skipped: (title: string, reason: string) => `${title}: left out (${reason}).`,
  },
  back: 'One step back.',
  added: (title: string) => `One more step: ${title}.`,
  stuck: (title: string, text: string) => `Stuck at “${title}”${text && `: ${text}`}.`,
  ended: {
    solved: 'The guide is through: it is solved.',
    escalate: 'The guide is through: those who know more should look at it.',
    person: 'The guide is through: a person goes on from here.',
    stopped: 'The guide was stopped.',
  },
}
