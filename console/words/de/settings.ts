import { pluralOf } from '../../../shared/ui/plural.ts'
import type { settings as english } from '../en/settings.ts'

const plural = pluralOf('de')

/** The settings pages, in German. */
export const settings: typeof english = {
  settings: 'Einstellungen',
  groups: { me: 'Sie', desk: 'Der Helpdesk', doors: 'Wege hinein und hinaus', house: 'Betrieb' },
  pages: {
    account: 'Ihr Konto',
    replies: 'Vorlagen',
    guides: 'Anleitungen',
    widget: 'Widget',
    topics: 'Themen',
    categories: 'Kategorien',
    hours: 'Öffnungszeiten',
    distribution: 'Verteilung',
    skills: 'Kenntnisse',
    trying: 'Ausprobieren',
    waiting: 'Warten und Schweigen',
    targets: 'Ziele',
    closing: 'Abschluss',
    guard: 'Geheimes',
    file: 'Alles in einer Datei',
    teams: 'Teams',
    people: 'Personen',
    desk: 'Zeiten und Grenzen',
    origins: 'Erlaubte Seiten',
    sites: 'Identitätsschlüssel',
    webhook: 'Webhook',
    phone: 'Telefonanlage',
    remote: 'Fernhilfe',
    health: 'Zustand',
    audit: 'Prüfprotokoll',
    demonstration: 'Vorführung',
  },
  healthHint: 'Worauf der Helpdesk steht, eben angesehen. Auf dem Server sagt `npm run doctor` dasselbe.',
  healthSum: (broken: number, warnings: number) =>
    broken + warnings === 0
      ? 'Alles ist in Ordnung.'
      : [broken > 0 && `${broken} defekt`, warnings > 0 && plural(warnings, { one: '1 Warnung', other: `${warnings} Warnungen` })]
          .filter(Boolean)
          .join(', '),
  healthAt: (moment: string) => `Angesehen: ${moment}`,
  healthAgain: 'Noch einmal ansehen',
  save: 'Speichern',
  saved: 'Gespeichert',
  savedPage: 'Gespeichert.',
  notSaved: 'Noch nicht gespeichert.',
  discard: 'Änderungen verwerfen',
  savedTeam: (name) => `${name} ist gespeichert.`,
  removed: (name) => `${name} ist entfernt.`,
  undo: 'Rückgängig',
  undone: 'Es ist wieder wie vorher.',
  reload: 'Noch einmal ansehen',
  remove: 'Entfernen',
  removedSite: (name) => `${name} ist entfernt: Ihren Token wird nicht mehr geglaubt.`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  name: 'Name',
  nameMissing: 'Geben Sie einen Namen ein',
  nothing: 'Hier ist noch nichts.',
  more: 'Mehr zeigen',
  between: (least, most) => `Eine ganze Zahl von ${least} bis ${most}`,
  numbers: {
    offerSeconds: ['Ein Angebot klingelt (Sekunden)', 'Danach geht es an die nächste Person.'],
    graceSeconds: ['Nachsicht bei verlorener Verbindung (Sekunden)', 'Wer länger fort ist, verliert Angebote und Chats.'],
    absentMinutes: [
      'Wer nicht da ist, bekommt die Antwort als Nachricht nach (Minuten)',
      'Gezählt ab einem Angebot, während die Seite geschlossen ist.',
    ],
    missedBeforeAway: ['Abwesend nach verpassten Angeboten', 'So viele nacheinander.'],
    reofferAfterSeconds: ['Derselben Person nicht wieder angeboten für (Sekunden)', 'Nach einem abgelehnten oder verpassten Angebot.'],
    reopenDays: ['Lässt sich wieder öffnen für (Tage)', 'Danach beginnt ein neuer Chat.'],
    closeDays: ['Gelöste Tickets werden abgeschlossen nach (Tagen)', 'Wenn niemand sie wieder öffnet.'],
    logAfterSeconds: [
      'Ein Ticket wird protokolliert nach (Sekunden)',
      'Gezählt ab der letzten Änderung, damit Änderungen eines Augenblicks als eine zählen.',
    ],
    estimateSamples: ['Wartezeiten für eine Schätzung', 'Bei weniger sehen Wartende ihren Platz, aber keine Minuten.'],
    wrapUpSeconds: [
      'Zeit zum Abschließen (Sekunden)',
      'Danach wird ein beendeter Chat protokolliert, auch wenn ihn niemand abgeschlossen hat; sobald es jemand tut, noch einmal.',
    ],
  },
  numbersHint: 'Danach richten sich Warteschlange und Tickets, ab der nächsten Entscheidung.',

  role: 'Rolle',
  teams: 'Teams',
  noTeams: 'Kein Team',
  capacity: 'Kapazität',
  capacityHint: 'Wie viele Chats zugleich',
  state: 'Zustand',
  states: { invited: 'Eingeladen', active: 'Aktiv', disabled: 'Gesperrt' },
  lastSeen: 'Zuletzt da',
  never: 'Nie',
  invite: 'Einladen',
  inviteTitle: 'Eine Person einladen',
  changePerson: (name) => `${name} ändern`,
  emailWrong: 'Geben Sie eine E-Mail-Adresse wie ada@example.com ein',
  linkFor: (name) => `Einmal-Link für ${name}`,
  linkHint: (until) => `Geben Sie ihn selbst weiter. Er gilt einmal, bis ${until}, und wird nicht wieder angezeigt.`,
  disable: 'Sperren',
  disableHint: 'Meldet die Person überall ab und gibt ihre Chats in die Warteschlange zurück.',
  disabled: (name) => `${name} ist gesperrt.`,
  enable: 'Wieder freigeben',
  newLink: 'Neuer Link',
  newLinkHint: 'Für ein vergessenes Passwort oder einen verlorenen Link. Ältere Links gelten dann nicht mehr.',
  signOutEverywhere: 'Überall abmelden',
  signedOut: 'Überall abgemeldet.',

  newTeam: 'Neues Team',
  changeTeam: (name) => `${name} ändern`,
  tier: 'Stufe',
  tierHint: '1 antwortet zuerst; höhere Stufen bekommen, was eskaliert wird.',
  topics: 'Themen',
  topicsHint: 'Wer fragt, wählt daraus; jedes führt zu diesem Team. Wird eins umbenannt, bleibt es dasselbe Thema.',
  topicsMany: 'Höchstens 50 Themen',
  topicsPageHint: 'Woraus Fragende wählen, bevor sie schreiben, und zu welchem Team jede Wahl führt.',
  topicNumber: (place) => `Thema ${place}`,
  addTopic: 'Thema hinzufügen',
  moveUp: (name) => `${name} nach oben`,
  moveDown: (name) => `${name} nach unten`,
  removeTopic: (name) => `${name} entfernen`,
  hours: 'Öffnungszeiten',
  hoursPageHint:
    'Außerhalb dieser Zeiten wartet niemand vergeblich: Fragende erfahren, wann wieder geöffnet ist, und hinterlassen eine Nachricht.',
  alwaysOpen: 'Immer offen',
  byHours: 'Zu den folgenden Zeiten',
  openByHours: (zone) => `Zu Zeiten, ${zone}`,
  zone: 'Zeitzone',
  zoneWrong: 'Diese Zeitzone gibt es nicht. Europe/Berlin ist eine.',
  days: {
    mon: 'Montag',
    tue: 'Dienstag',
    wed: 'Mittwoch',
    thu: 'Donnerstag',
    fri: 'Freitag',
    sat: 'Samstag',
    sun: 'Sonntag',
  },
  hoursHint: 'Etwa 08:00-12:00, 13:00-17:00. Leer heißt geschlossen. Mitternacht am Ende des Tages ist 24:00.',
  hoursWrong: 'Geben Sie Zeiten wie 08:00-17:00 ein',
  closed: 'Geschlossen',
  closedOn: 'Besondere Tage',
  closedOnHint: 'Feiertage und halbe Tage, was auch immer die Woche sagt. Ohne Zeiten ist das Team geschlossen.',
  dayName: 'Name, etwa ein Feiertag',
  dayHours: 'Zeiten, etwa 08:00-12:00',
  closedThen: 'geschlossen',
  addDay: 'Hinzufügen',
  removeDay: (day) => `${day} entfernen`,
  openUntil: (time) => `Nach diesen Zeiten ist jetzt geöffnet, bis ${time} Uhr.`,
  opensNext: (day, date, time) => `Nach diesen Zeiten ist jetzt geschlossen; geöffnet wird am ${day}, ${date}, um ${time} Uhr.`,
  opensNever: 'Nach diesen Zeiten wird in den nächsten zwei Wochen nicht geöffnet.',
  closedOnWrong: 'Einer der Tage ist nicht lesbar',

  originsList: 'Seiten, die das Widget zeigen dürfen',
  originsHint: 'Eine pro Zeile, etwa https://intranet.example. Ohne Pfad und Platzhalter.',
  originsWrong: (line) => `${line} ist kein Ursprung wie https://intranet.example`,

  toPaste: 'Was einzufügen ist',
  toPasteHint:
    'Die erste Zeile gehört in jede Seite, die das Widget zeigt, irgendwo in ihren Kopf; die anderen nur dorthin, wo eine Seite eine Content-Security-Policy hat.',
  scriptTag: 'In die Seite',
  cspLines: 'In ihre Content-Security-Policy',

  repliesHint:
    'Tippen Sie / in einem Chat, um eine zu benutzen. Ihre eigenen gehören nur Ihnen; die Ihres Teams und die für alle pflegt die Teamleitung.',
  findReply: 'Vorlage finden',
  repliesFound: (count) => plural(count, { one: '1 Vorlage', other: `${count} Vorlagen` }),
  noReplies: 'Noch keine Vorlagen. Heben Sie einen Text auf, den Sie oft schreiben: Dann ist er in jedem Chat einen Schrägstrich entfernt.',
  newReply: 'Neue Vorlage',
  changeReply: (name) => `${name} ändern`,
  text: 'Text',
  textMissing: 'Schreiben Sie den Text',
  replyNameHint: 'Was Sie hinter dem Schrägstrich tippen, um sie zu finden.',
  putIn: 'Einsetzen, was bei der Benutzung ausgefüllt wird',
  variables: {
    'requester.name': 'Name der fragenden Person',
    'requester.first': 'Ihr Vorname',
    'agent.name': 'Mein Name',
    'ticket.number': 'Ticketnummer',
    'desk.name': 'Name des Helpdesks',
  },
  unknownVariable: (name) => `{{${name}}} steht für nichts. Wählen Sie aus den Knöpfen darunter.`,
  preview: 'So liest es sich',
  previewEmpty: 'Schreiben Sie einen Text, und er erscheint hier mit einem Beispiel.',
  exampleName: 'Rita Moreno',
  deskItself: 'IT-Helpdesk',
  whose: 'Für wen',
  whoseNames: { mine: 'Nur ich', everyone: 'Alle' },
  forTeam: (name) => `Team ${name}`,

  sitesHint:
    'Eine Seite mit einem Schlüssel kann sagen, wer sie gerade besucht. Ohne ihn geben Fragende ihren Namen selbst ein und gelten als unbestätigt.',
  noSites:
    'Noch bürgt keine Seite für ihre Besucher. Fügen Sie eine hinzu und den Code in ihren Server ein; dann muss niemand eintippen, wer er ist.',
  newSite: 'Neue Seite',
  changeSite: (name) => `${name} ändern`,
  issuer: 'Aussteller (iss)',
  issuerMissing: 'Geben Sie den Aussteller ein',
  audience: 'Empfänger (aud)',
  audienceMissing: 'Geben Sie den Empfänger ein',
  algorithm: 'Verfahren',
  algorithms: {
    HS256: 'HS256, ein gemeinsames Geheimnis',
    RS256: 'RS256, ein öffentlicher Schlüssel',
    ES256: 'ES256, ein öffentlicher Schlüssel',
  },
  publicKey: 'Öffentlicher Schlüssel (PEM)',
  publicKeyWrong: 'Fügen Sie einen Schlüssel ein, der mit -----BEGIN PUBLIC KEY----- beginnt',
  secret: 'Geheimnis',
  secretHint: 'Verwahren Sie es auf dem Server jener Seite. Es wird nicht wieder angezeigt.',
  rotate: 'Neuer Schlüssel',
  rotateHint: 'Der alte Schlüssel gilt noch einige Stunden, damit die Seite ohne Lücke wechseln kann.',
  previousHours: 'Der alte Schlüssel gilt noch (Stunden)',
  previousUntil: (until) => `der vorige Schlüssel gilt bis ${until}`,

  pageCode: 'Code zum Einfügen',
  pageCodeHint: 'Der Server unterschreibt, wer dort angemeldet ist, und die Seite reicht es weiter. Der Schlüssel bleibt auf dem Server.',
  codeLanguage: 'Sprache',
  onPagesServer: (language) => `Auf dem Server der Seite, in ${language}`,
  onPage: 'In der Seite, wenn sie geladen ist und wenn sich jemand an- oder abmeldet',

  webhookHint: 'Jedes protokollierte Ticket wird signiert dorthin gesendet, und wieder, bis es angenommen ist.',
  url: 'Adresse',
  urlWrong: 'Geben Sie eine Adresse wie https://tickets.example/hook ein',
  urlHost: 'Ihr Server muss unter den erlaubten Servern stehen',
  hosts: 'Erlaubte Server',
  hostsHint:
    'Namen, Adressen oder Netze wie 10.0.0.0/8, eins pro Zeile. Steht ein Name für eine interne Adresse, muss auch sie hier stehen.',
  hostsWrong: (line) => `${line} ist kein Server`,
  enabled: 'Protokollierte Tickets senden',
  newSecret: 'Neues Geheimnis erzeugen',
  webhookSecretHint: 'Damit prüft der Empfänger die Signatur. Es wird nicht wieder angezeigt.',
  test: 'Jetzt einen Test senden',
  testTitle: 'Ausprobieren',
  testHint: 'Sendet ein signiertes Ereignis der Art „test“ an die gespeicherte Adresse.',
  testing: 'Wird gesendet; die Antwort steht noch aus …',
  testFine: 'Der Empfänger hat den Test angenommen.',
  testAnswer: (status, milliseconds) => `Antwort ${status} nach ${milliseconds} ms`,
  trouble: (trouble) => {
    switch (trouble.kind) {
      case 'off':
        return 'Es ist kein Webhook eingerichtet, oder er ist ausgeschaltet. Speichern Sie zuerst eine Adresse, und schalten Sie ihn ein.'
      case 'status':
        return `Der Empfänger hat mit ${trouble.status} geantwortet. Sehen Sie in sein Protokoll.`
      case 'redirect':
        return `Der Empfänger hat mit ${trouble.status} geantwortet, einer Umleitung. Geben Sie die Adresse ein, zu der sie führt.`
      case 'scheme':
        return 'Nur Adressen mit http und https können angerufen werden.'
      case 'not-listed':
        return `${trouble.host} ist nicht unter den erlaubten Servern.`
      case 'inside':
        return `${trouble.host} liegt bei ${trouble.address}, in Ihrem Netz: Erlauben Sie auch diese Adresse.`
      case 'too-slow':
        return `Keine Antwort innerhalb von ${trouble.seconds} s.`
      case 'unreachable':
        return `Der Empfänger war nicht zu erreichen (${trouble.code}).`
      case 'failed':
        return 'Das Ereignis ließ sich nicht zusammenstellen. Das Protokoll des Servers sagt, warum.'
    }
  },
  deliveries: 'Zustellungen',
  deliveryStates: { waiting: 'Wartet', delivered: 'Zugestellt', 'set-aside': 'Aufgegeben', skipped: 'Nicht gewünscht' },
  noDeliveries: 'Noch wurde nichts gesendet. Jedes Ticket wird gesendet, wenn es protokolliert wird.',
  noSuchDelivery: 'Keine Zustellung passt dazu. Suchen Sie nach weniger.',
  anyState: 'Jeder Zustand',
  fromDay: 'Von',
  toDay: 'Bis',
  replayed: 'Es wird erneut gesendet.',
  attempts: 'Versuche',
  lastError: 'Letzte Antwort',
  replay: 'Erneut senden',
  at: 'Wann',

  who: 'Wer',
  what: 'Was',
  about: 'Worüber',
  after: 'Nachher',
  onServer: 'Auf dem Server',
}
