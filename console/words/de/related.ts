import type { Words } from '../../later-words.ts'

/** Was Tickets miteinander zu tun haben. */
export const related: Words['related'] = {
  title: 'Andere Tickets',
  act: 'Verbinden oder zusammenführen …',
  dialog: 'Mit einem anderen Ticket verbinden',
  how: 'Was es damit zu tun hat',
  as: {
    parent: 'Es ist ein Teil davon',
    problem: 'Jenes ist das Problem, das die Ursache ist',
    merge: 'Es geht dort weiter: beide wie eines lesen',
  },
  mergeHint:
    'Von derselben Person, und hier spricht niemand mehr. Beide Verläufe bleiben, wo sie sind; dieses wird, wenn es offen ist, als Duplikat geschlossen.',
  ticket: 'Das andere Ticket',
  missing: 'Wählen Sie ein Ticket.',
  save: 'Verbinden',
  merge: 'Zusammenführen',
  linked: 'Verbunden.',
  merged: (label) => `Es geht in ${label} weiter.`,
  separated: 'Wieder zwei Tickets.',
  is: {
    parent: 'Teil von',
    part: 'Seine Teile',
    problem: 'Verursacht durch das Problem',
    caused: 'Ursache von',
    merged: 'Mit diesem zusammengeführt',
  },
  unlink: (label) => `Verbindung zu ${label} lösen`,
  separate: (label) => `${label} wieder trennen`,
  unlinked: 'Die Verbindung ist gelöst.',
  led: (label) => `${label} geht hier weiter.`,
}
