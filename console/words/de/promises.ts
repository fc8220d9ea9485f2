import type { promises as english } from '../en/promises.ts'

/** The next news that a requester was promised, in German. */
export const promises: typeof english = {
  act: 'Nachricht versprechen',
  change: 'Andere Zeit versprechen',
  newsBy: (until) => `Nächste Nachricht bis ${until}`,
  brokenSince: (until) => `Eine Nachricht war bis ${until} versprochen`,
  left: (span) => `noch ${span}`,
  over: (span) => `vor ${span}`,
  given: 'Nachricht gegeben',
  givenHint:
    'Die anfragende Person weiß, was versprochen war. Was Sie nach der Erinnerung oder nach dem Chat schreiben, gilt von selbst als Nachricht.',
  told: 'Das Versprechen ist gehalten.',
  remindMe: (who, until) => `${who} erwartet bis ${until} eine Nachricht. Geben Sie sie, oder versprechen Sie eine andere Zeit.`,
  tellOwner: (who, until) =>
    `${who} sollte bis ${until} eine Nachricht haben und hat keine. Schreiben Sie jetzt, oder versprechen Sie eine andere Zeit.`,
  tellSupervisors: (owner, who, until) => `${owner} hat ${who} bis ${until} eine Nachricht versprochen. Es kam keine.`,
  nobody: 'Niemand',
}
