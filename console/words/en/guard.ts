/** What nobody should write. */
export const guard = {
  hint: 'Who writes something of this kind is told before it is sent, on both sides. What is sent all the same is masked before it is kept, announced, searched or delivered. It says that something was there, and never what.',
  kinds: 'Looked for',
  ownKind: 'what this desk has named below',
  own: 'Patterns of this desk',
  ownHint:
    'One a line, such as: Staff number = P-######. # is a digit, @ a letter, ? either; every other sign is itself. At least four signs, one of them other than @ and ?.',
  wrongLine: (line: string) => `This is no pattern: ${line}`,
  tooMany: (most: number) => `At most ${most} patterns`,
  insist: 'Whoever is told may say that it is not secret, and send it as it is',
  tryOut: 'Try it out',
  tryHint: 'With the settings as they stand above, saved or not. Nothing of it leaves this page.',
  nothingFound: 'Nothing is found: this would be sent as it is.',
  found: (kinds: string, safe: string) => `Found: ${kinds}. Masked it is: ${safe}`,
  counts: 'In the last 30 days',
  countsHint: 'Counted, never kept.',
  noCounts: 'Nothing came through.',
  kind: 'Kind',
  masked: 'Masked by the desk',
  insisted: 'Sent as not secret',
}
