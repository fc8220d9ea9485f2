import { pluralOf } from '../../../shared/ui/plural.ts'
import type { setup as english } from '../en/setup.ts'

const plural = pluralOf('de')

/** Die ersten Minuten eines Helpdesks, und die Vorführung. */
export const setup: typeof english = {
  title: 'Richten Sie Ihren Helpdesk ein',
  intro:
    'Ein paar kurze Schritte. Gehen Sie, wann Sie wollen: Was getan ist, bleibt getan, und das Listenzeichen neben den Einstellungen führt hierher zurück.',
  stepsLabel: 'Schritte',
  steps: {
    name: 'Name des Helpdesks',
    team: 'Erstes Team',
    hours: 'Öffnungszeiten',
    people: 'Kolleginnen und Kollegen',
    page: 'Ihre Seite',
    try: 'Ausprobieren',
  },
  questions: {
    name: 'Wie heißt Ihr Helpdesk?',
    team: 'Wer antwortet zuerst, und worauf?',
    hours: 'Wann nimmt dieses Team Chats an?',
    people: 'Wer hilft?',
    page: 'Wo wird das Widget stehen?',
    try: 'Fragen Sie sich selbst etwas',
  },
  hints: {
    name: 'Man liest ihn oben im Widget.',
    team: 'Ein Team genügt für den Anfang. Weitere und höhere Stufen kommen in den Einstellungen dazu.',
    hours: 'Außerhalb dieser Zeiten hinterlässt man eine Nachricht und erfährt, wann wieder geöffnet ist.',
    people: 'Jede Person bekommt einen Link, der einmal gilt und den Sie selbst weitergeben. Es geht auch allein.',
    page: 'Nennen Sie die Seite, und fügen Sie dann eine Zeile in sie ein. Die Demoseite dieses Helpdesks braucht beides nicht.',
    try: 'Die Demoseite ist ein Intranet mit Ihrem Widget darauf. Fragen Sie dort, und antworten Sie hier.',
  },
  isDone: 'getan',
  isSkipped: 'so gelassen',
  progress: (done, all) => `Ihr Helpdesk: ${done} von ${all} Schritten getan`,
  next: (step) => `Als Nächstes: ${step}`,
  goOn: 'Weiter',
  hide: 'Vorerst ausblenden',
  dismiss: 'Diese Liste weglegen',
  putAway: 'Die Liste ist weggelegt. In den Einstellungen steht sie noch.',
  saveAndGoOn: 'Speichern und weiter',
  leaveIt: 'So lassen, wie es ist',
  toNext: 'Zum nächsten Schritt',
  later: 'Später fertigstellen',
  toChats: 'Zu den Chats',
  ready: 'Ihr Helpdesk ist bereit',
  readyText: 'Werden Sie bei den Chats verfügbar, und die nächste Anfrage wird Ihnen angeboten.',

  deskName: 'Name',
  deskNameHint: 'Etwa IT-Helpdesk Nordwind',
  teamName: 'Name des Teams',
  tryAvailable: 'Werden Sie verfügbar, damit Ihnen Chats angeboten werden:',
  tryAsk: 'Öffnen Sie die Demoseite in einem anderen Tab, und fragen Sie unten in der Ecke etwas:',
  openDemo: 'Demoseite öffnen',
  tryAnswer: 'Ihre Konsole klingelt. Nehmen Sie an, antworten Sie, beenden Sie den Chat, und sein Ticket hat sich selbst geschrieben.',
  tryWaiting: 'Ihr erster Chat wird erwartet …',
  tryDone: 'Ihr erster Chat ist angekommen. Es funktioniert.',

  demonstration: 'Vorführung',
  allMadeUp: 'Personen und Tickets hier sind erfunden, außer was Sie selbst hinzufügen.',
  lookAround:
    'Sehen Sie sich um, so lange Sie wollen. Haben Sie genug gesehen, entfernen Sie die Vorführung, und ein paar kurze Schritte richten Ihren eigenen Helpdesk ein.',
  removeIt: 'Entfernen',
  demonstrationHint:
    'npm run populate hat sie zum Umsehen angelegt. Ein Druck nimmt alles wieder fort; was Sie selbst hinzugefügt haben, bleibt.',
  noDemonstration:
    'Auf diesem Helpdesk gibt es keine Vorführung: Was Sie sehen, ist echt. Wo ein Helpdesk noch leer ist, legt npm run populate eine an.',
  holds: {
    tickets: 'Tickets mit allem, was gesagt wurde',
    people: 'Helfende',
    teams: 'Teams mit ihren Themen',
    requesters: 'Fragende',
    replies: 'Vorlagen',
    sites: 'Seiten mit Schlüssel',
  },
  remove: 'Vorführung entfernen',
  removeTitle: 'Die Vorführung entfernen?',
  removeSure:
    'Alle ihre Tickets, Personen, Teams und Vorlagen gehen für immer; das lässt sich nicht rückgängig machen. Ihre eigenen Personen, Teams und Chats bleiben, ebenso das Prüfprotokoll.',
  removeForEver: 'Für immer entfernen',
  removing: 'Wird entfernt …',
  removed: (tickets, people) =>
    `Die Vorführung ist entfernt: ${plural(tickets, { one: '1 Ticket', other: `${tickets} Tickets` })} und ${plural(people, { one: '1 Person', other: `${people} Personen` })}.`,
}
