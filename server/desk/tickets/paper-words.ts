import { andThen } from '../../../shared/words/and-then.ts'
import { ticket as inGerman, told as toldInGerman } from '../../../shared/words/de.ts'
import { ticket as inEnglish, told as toldInEnglish } from '../../../shared/words/en.ts'

/** What stands on exported tickets, in English: as on the screen, and what only paper says. */
const english = {
  ...inEnglish,
  verified: 'Verified',
  unverified: 'unverified',
  closed: 'Closed',
  duplicateOf: 'Duplicate of',
  mergedInto: 'Goes on in',
  minutes: 'Time spent (min)',
  workTeam: 'Work sent to',
  promisedUntil: 'Next news by',
  dueBy: 'Due by',
  due: 'What is due',
  missedTargets: 'Missed targets',
  targetNames: { first: 'First answer', next: 'Next answer', resolution: 'Solution' },
  sha256: 'SHA-256 as logged',
  note: 'internal note',
  erased: '(removed)',
  yes: 'yes',
  no: 'no',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  unshown: '□ stands for a sign that this PDF has no shape for. Text export and printing from the console show it.',
  told: {
    ...toldInEnglish,
    opened: (who: string) => `${who} asked for help.`,
    here: (who: string) => `${who} is here.`,
    left: (who: string) => `${who} has left.`,
    queued: (team: string) => `Waiting for the next agent of ${team}.`,
    workPassed: (to: string) => (to ? `The work is with ${to}.` : 'The work is back.'),
    escalated: (who: string, to: string, ask: string) => `${who} escalated the work to ${to}${andThen(ask)}`,
    workReturned: (who: string, missing: string) => `${who} returned the work${andThen(missing)}`,
    held: 'On hold.',
    resumed: 'It goes on.',
    nudged: 'The requester was asked whether anybody is still there.',
    message: 'Kept as a message.',
    abandoned: 'Left before anybody came.',
    ended: (who: string) => `${who} ended the conversation.`,
    endedSilent: 'Ended, since the requester stayed silent.',
    classified: (who: string, category: string) => `${who} changed the ticket${andThen(category)}`,
  },
}

export type PaperWords = typeof english

const german: PaperWords = {
  ...inGerman,
  verified: 'Bestätigt',
  unverified: 'unbestätigt',
  closed: 'Abgeschlossen',
  duplicateOf: 'Duplikat von',
  mergedInto: 'Geht weiter in',
  minutes: 'Aufwand (Min.)',
  workTeam: 'Arbeit liegt bei',
  promisedUntil: 'Nächste Nachricht bis',
  dueBy: 'Fällig bis',
  due: 'Was fällig ist',
  missedTargets: 'Verfehlte Ziele',
  targetNames: { first: 'Erste Antwort', next: 'Nächste Antwort', resolution: 'Lösung' },
  sha256: 'SHA-256 laut Protokoll',
  note: 'interne Notiz',
  erased: '(entfernt)',
  yes: 'ja',
  no: 'nein',
  page: (page, pages) => `Seite ${page} von ${pages}`,
  unshown: '□ steht für ein Zeichen, das dieses PDF nicht darstellen kann. Im Textexport und beim Drucken aus der Konsole ist es zu sehen.',
  told: {
    ...toldInGerman,
    opened: (who) => `${who} hat um Hilfe gebeten.`,
    here: (who) => `${who} ist da.`,
    left: (who) => `${who} ist gegangen.`,
    queued: (team) => `Wartet auf die nächste freie Person in ${team}.`,
    workPassed: (to) => (to ? `Die Arbeit liegt bei ${to}.` : 'Die Arbeit ist zurück.'),
    escalated: (who, to, ask) => `${who} hat die Arbeit an ${to} eskaliert${andThen(ask)}`,
    workReturned: (who, missing) => `${who} hat die Arbeit zurückgegeben${andThen(missing)}`,
    held: 'Zurückgestellt.',
    resumed: 'Es geht weiter.',
    nudged: 'Es wurde gefragt, ob noch jemand da ist.',
    message: 'Als Nachricht hinterlassen.',
    abandoned: 'Gegangen, bevor jemand kam.',
    ended: (who) => `${who} hat das Gespräch beendet.`,
    endedSilent: 'Beendet, da keine Antwort mehr kam.',
    classified: (who, category) => `${who} hat das Ticket geändert${andThen(category)}`,
  },
}

/** The languages that exports are written in. */
export const paperWords = { en: english, de: german }
export type PaperLanguage = keyof typeof paperWords
