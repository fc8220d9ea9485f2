import type { Words } from '../../guard-words.ts'

/** The German texts of what should not be sent. */
export const german: Words = {
  title: 'Bevor das gesendet wird',
  kinds: {
    password: 'ein Passwort',
    token: 'ein Zugangsschlüssel',
    card: 'eine Kartennummer',
    iban: 'eine Kontonummer (IBAN)',
    ssn: 'eine Sozialversicherungsnummer',
    'tax-id': 'eine Steuernummer',
    own: 'etwas, das hier geheim bleiben soll',
  },
  found: (what) => `Das sieht aus wie ${what.join(', ')}. Niemand braucht das hier, und was gesendet ist, bleibt festgehalten.`,
  asking: 'Sie fragen nach einem Passwort. Niemand sollte seines verraten, auch nicht dem Helpdesk: Bieten Sie an, es zurückzusetzen.',
  mask: 'Unkenntlich machen und senden',
  change: 'Text ändern',
  anyway: 'Das ist nicht geheim, senden',
  askAnyway: 'Ich frage nicht danach, senden',
}
