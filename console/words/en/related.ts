/** What tickets have to do with each other. */
export const related = {
  title: 'Other tickets',
  act: 'Link or merge…',
  dialog: 'Link to another ticket',
  how: 'What it has to do with it',
  as: {
    parent: 'It is a part of that one',
    problem: 'That one is the problem that causes it',
    merge: 'It goes on there: read both as one',
  },
  mergeHint:
    'Of the same requester, and nobody talks here any more. Both timelines stay where they are; this one is closed as a duplicate if it is open.',
  ticket: 'The other ticket',
  missing: 'Choose a ticket.',
  save: 'Link',
  merge: 'Merge',
  linked: 'Linked.',
  merged: (label: string) => `It goes on in ${label}.`,
  separated: 'Two tickets again.',
  is: {
    parent: 'A part of',
    part: 'Its parts',
    problem: 'Caused by the problem',
    caused: 'Causes',
    merged: 'Merged into this one',
  },
  unlink: (label: string) => `Take the link to ${label} away`,
  separate: (label: string) => `Separate ${label} again`,
  unlinked: 'The link is gone.',
  led: (label: string) => `${label} goes on here.`,
}
