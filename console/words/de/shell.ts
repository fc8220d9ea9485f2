import { pluralOf } from '../../../shared/ui/plural.ts'
import type { shell as english } from '../en/shell.ts'

const plural = pluralOf('de')

/** Around the screens, in German. */
export const shell: typeof english = {
  product: 'Firstline',
  main: 'Hauptmenü',
  toContent: 'Zum Inhalt springen',
  roles: { agent: 'Agent', supervisor: 'Teamleitung', administrator: 'Administrator' },
  chats: 'Chats',
  tickets: 'Tickets',
  settings: 'Einstellungen',
  account: 'Ihr Konto',
  title: (count) => (count > 0 ? `(${count}) Firstline` : 'Firstline'),
  unread: (count) => plural(count, { one: '1 ungelesene Nachricht', other: `${count} ungelesene Nachrichten` }),

  signIn: 'Anmelden',
  signInTo: 'Beim Helpdesk anmelden',
  email: 'E-Mail',
  password: 'Passwort',
  signingIn: 'Anmeldung läuft …',
  forgotten: 'Passwort vergessen oder noch kein Konto? Bitten Sie einen Administrator um einen neuen Link.',
  signOut: 'Abmelden',
  signOutEverywhere: 'Auf allen Geräten abmelden',
  signedOutEverywhere: 'Beendet jede Ihrer Sitzungen, auch diese.',
  ended: {
    'signed-out': 'Sie wurden abgemeldet.',
    disabled: 'Ihr Konto wurde gesperrt. Wenden Sie sich an einen Administrator.',
    reset: 'Sie wurden abgemeldet.',
  },
  loading: 'Wird geladen …',
  again: 'Noch einmal versuchen',
  unreachable: 'Der Helpdesk ist nicht zu erreichen. Es wird weiter versucht …',

  welcome: 'Willkommen beim Helpdesk',
  welcomeFirst: 'Willkommen. Sie werden der erste Administrator.',
  welcomeBack: (name) => `Willkommen, ${name}`,
  yourName: 'Ihr Name',
  newPassword: 'Passwort',
  repeatPassword: 'Dasselbe Passwort noch einmal',
  passwordRule: (least) =>
    `Mindestens ${least} Zeichen. Ein paar Wörter, die Sie sich merken, sind besser als Sonderzeichen, die Sie vergessen.`,
  passwordLeft: (left) => plural(left, { one: 'Noch 1 Zeichen', other: `Noch ${left} Zeichen` }),
  passwordLongEnough: 'Lang genug',
  passwordsDiffer: 'Die beiden Passwörter unterscheiden sich',
  passwordsMatch: 'Die beiden Passwörter sind gleich',
  begin: 'Passwort festlegen und beginnen',
  linkOver: 'Dieser Link wurde schon benutzt oder ist zu alt. Bitten Sie einen Administrator um einen neuen.',
  toSignIn: 'Zur Anmeldung',
  nameMissing: 'Geben Sie Ihren Namen ein',
  emailMissing: 'Geben Sie eine E-Mail-Adresse ein',
  passwordMissing: 'Geben Sie Ihr Passwort ein',

  offline: (seconds) => `Seit ${seconds} s keine Verbindung. Was Sie schreiben, wird aufgehoben und später gesendet; nichts geht verloren.`,
  renewed: 'Firstline wurde erneuert. Laden Sie die Seite neu, wenn es passt: Entwürfe und Wartendes bleiben erhalten.',
  reload: 'Neu laden',
  offlineSpoken: 'Keine Verbindung. Was Sie schreiben, wird aufgehoben und später gesendet; nichts geht verloren.',
  backAgain: (missed, time) =>
    missed > 0
      ? `Wieder verbunden. ${plural(missed, { one: '1 verpasstes Ereignis', other: `${missed} verpasste Ereignisse` })} geladen. Alles ist vollständig bis ${time}.`
      : `Wieder verbunden. Nichts wurde verpasst. Alles ist vollständig bis ${time}.`,
  close: 'Schließen',
  dismiss: 'Ausblenden',
  cancel: 'Abbrechen',
  theme: 'Darstellung',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  languageOfBrowser: 'Wie der Browser',
  sound: 'Ton bei Angeboten',
  soundTry: 'Abspielen',
  volume: 'Lautstärke',
  work: 'Wie Sie arbeiten',
  undoSend: 'Nachrichten 5 Sekunden zurückhalten, damit sie zurückgeholt werden können',
  notifyOffers: 'Angebote auch außerhalb dieser Seite melden',
  notifyAsk: 'Erlauben',
  notifyDenied: 'Ihr Browser verbietet es für diese Seite. Neben der Adresse können Sie es erlauben.',
  notifyNone: 'Ihr Browser bietet es nur auf Seiten mit https.',
  soundLocked: 'Der Ton ist aus, bis Sie irgendwohin klicken.',
  notFound: 'Hier ist nichts',
  notFoundText: 'Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt.',
}
