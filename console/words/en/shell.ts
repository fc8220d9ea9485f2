import type { Role } from '../../../shared/people.ts'
import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')
const roles: Record<Role, string> = { agent: 'Agent', supervisor: 'Supervisor', administrator: 'Administrator' }

/** Around the screens: signing in, the rail, the connection. */
export const shell = {
  product: 'Firstline',
  main: 'Main',
  toContent: 'Skip to content',
  roles,
  chats: 'Chats',
  tickets: 'Tickets',
  settings: 'Settings',
  account: 'Your account',
  title: (count: number) => (count > 0 ? `(${count}) Firstline` : 'Firstline'),
  unread: (count: number) => plural(count, { one: '1 unread message', other: `${count} unread messages` }),

  signIn: 'Sign in',
  signInTo: 'Sign in to the help desk',
  email: 'E-mail',
  password: 'Password',
  signingIn: 'Signing in…',
  forgotten: 'Forgot your password, or no account yet? Ask an administrator for a new link.',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out on all devices',
  signedOutEverywhere: 'Ends every session of yours, this one too.',
  ended: {
    'signed-out': 'You were signed out.',
    disabled: 'Your account was disabled. Ask an administrator.',
    reset: 'You were signed out.',
  },
  loading: 'Loading…',
  again: 'Try again',
  unreachable: 'The help desk cannot be reached. Trying again…',

  welcome: 'Welcome to the help desk',
  welcomeFirst: 'Welcome. You will be the first administrator.',
  welcomeBack: (name: string) => `Welcome, ${name}`,
  yourName: 'Your name',
  newPassword: 'Password',
  repeatPassword: 'The same password again',
  passwordRule: (least: number) => `At least ${least} characters. A few words that you remember are better than signs that you forget.`,
  passwordLeft: (left: number) => plural(left, { one: '1 character to go', other: `${left} characters to go` }),
  passwordLongEnough: 'Long enough',
  passwordsDiffer: 'The two passwords differ',
  passwordsMatch: 'The two passwords are the same',
  begin: 'Set password and begin',
  linkOver: 'This link has been used or is too old. Ask an administrator for a new one.',
  toSignIn: 'To sign-in',
  nameMissing: 'Write your name',
  emailMissing: 'Write an e-mail address',
  passwordMissing: 'Write your password',

  offline: (seconds: number) => `No connection for ${seconds} s. What you write is kept and sent later; nothing is lost.`,
  renewed: 'Firstline was renewed. Load the page anew when it suits you: drafts and what waits to be sent are kept.',
  reload: 'Load anew',
  offlineSpoken: 'No connection. What you write is kept and sent later; nothing is lost.',
  backAgain: (missed: number, time: string) =>
    missed > 0
      ? `Connected again. ${plural(missed, { one: '1 missed event', other: `${missed} missed events` })} loaded. Everything is complete up to ${time}.`
      : `Connected again. Nothing was missed. Everything is complete up to ${time}.`,
  close: 'Close',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  theme: 'Appearance',
  themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  languageOfBrowser: 'Like the browser',
  sound: 'Sound for offers',
  soundTry: 'Play it',
  volume: 'How loud',
  work: 'How you work',
  undoSend: 'Hold messages for 5 seconds, so that they can be taken back',
  notifyOffers: 'Tell about offers outside of this page',
  notifyAsk: 'Allow it',
  notifyDenied: 'Your browser forbids it for this page. You can allow it beside the address.',
  notifyNone: 'Your browser offers it on pages with https only.',
  soundLocked: 'Sound is off until you click somewhere.',
  notFound: 'There is nothing here',
  notFoundText: 'This page does not exist, or it is not yours to see.',
}
