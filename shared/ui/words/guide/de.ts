import { guide as told } from '../../../words/guide-de.ts'
import type { Words } from '../../guide-words.ts'

/** The German texts of the card of a guide. */
export const german: Words = {
  told,
  progress: (step, of) => `${step} von ${of}`,
  stepNow: (step, of, title) => `Schritt ${step} von ${of}: ${title}`,
  minutes: (count) => `etwa ${count} Min.`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  answers: { done: 'Erledigt', 'did-not-help': 'Hat nicht geholfen', cannot: 'Geht bei mir nicht' },
  outcomes: { done: 'erledigt', 'did-not-help': 'hat nicht geholfen', cannot: 'ging nicht', skipped: 'ausgelassen' },
  by: (who) => `durch ${who}`,
  meanwhile: 'Das hilft vielleicht schon jetzt',
  named: (name, steps) => `${name}, ${steps === 1 ? 'ein Schritt' : `${steps} Schritte`}`,
  back: 'Zurück',
  stuck: 'Ich komme nicht weiter',
  stuckAsked: 'Was sehen Sie? Sie müssen nichts dazu schreiben.',
  stuckSend: 'Dem Helpdesk sagen',
  isStuck: 'Der Helpdesk weiß, dass Sie hier nicht weiterkommen.',
  requesterStuck: (text) => (text ? `Kommt nicht weiter: ${text}` : 'Kommt hier nicht weiter.'),
  more: (count) => (count === 1 ? 'noch ein Schritt' : `noch ${count} Schritte`),
  cancel: 'Abbrechen',
  skip: 'Auslassen',
  skipWhy: 'Warum wird er ausgelassen?',
  skipSend: 'Schritt auslassen',
  add: 'Schritt hinzufügen',
  addTitle: 'Was zu tun ist',
  addText: 'Wie',
  addCommand: 'Befehl zum Kopieren',
  addSend: 'Vor diesen Schritt setzen',
  stop: 'Anleitung beenden',
}
