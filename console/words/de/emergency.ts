import type { emergency as english } from '../en/emergency.ts'

export const emergency: typeof english = {
  sign: 'Notfall',
  closed: (teams) => `Wegen eines Notfalls geschlossen: ${teams}.`,
  by: (name, when) => `Durch ${name}, ${when}.`,
  since: (when) => `Seit ${when}.`,
  reopen: 'Wieder öffnen',
  reopened: (teams) => `Wieder offen: ${teams}.`,
  lineShut: 'Bis das Team wieder öffnet, kann niemand dorthin geleitet werden.',
  lineClosed: 'Das Team ist gerade geschlossen. Wer dorthin kommt, wartet, bis es öffnet.',
  lineEmpty: 'Gerade ist niemand aus diesem Team verfügbar. Wer dorthin kommt, wartet.',
}
