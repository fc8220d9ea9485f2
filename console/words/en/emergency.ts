/** What agents read while teams are closed in an emergency. */
export const emergency = {
  sign: 'Emergency',
  closed: (teams: string) => `Closed in an emergency: ${teams}.`,
  by: (name: string, when: string) => `By ${name}, ${when}.`,
  since: (when: string) => `Since ${when}.`,
  reopen: 'Open again',
  reopened: (teams: string) => `Open again: ${teams}.`,
  lineShut: 'Nobody can be sent there until it is open again.',
  lineClosed: 'It is closed now. Whoever is sent there waits until it opens.',
  lineEmpty: 'Nobody of this team is available now. Whoever is sent there waits.',
}
