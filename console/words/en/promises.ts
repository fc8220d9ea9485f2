/** The next news that a requester was promised. */
export const promises = {
  act: 'Promise news',
  change: 'Promise another time',
  newsBy: (until: string) => `Next news by ${until}`,
  brokenSince: (until: string) => `News was promised by ${until}`,
  left: (span: string) => `${span} left`,
  over: (span: string) => `${span} ago`,
  given: 'News given',
  givenHint: 'The requester was told what had been promised. What you write after the reminder, or after the chat, says so by itself.',
  told: 'The promise is kept.',
  remindMe: (who: string, until: string) => `${who} was promised news by ${until}. Give it, or promise another time.`,
  tellOwner: (who: string, until: string) => `${who} was promised news by ${until}, and heard nothing. Write now, or promise another time.`,
  tellSupervisors: (owner: string, who: string, until: string) => `${owner} promised ${who} news by ${until}. None came.`,
  nobody: 'Nobody',
}
