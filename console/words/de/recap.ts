import { pluralOf } from '../../../shared/ui/plural.ts'
import type { recap as english } from '../en/recap.ts'

const plural = pluralOf('de')

/** A timeline in a few lines, in German. */
export const recap: typeof english = {
  title: 'Kurz gesagt',
  asked: 'Gefragt',
  tried: 'Versucht',
  outcomes: { done: 'erledigt', 'did-not-help': 'half nicht', cannot: 'ging nicht', skipped: 'ausgelassen' },
  told: 'Gesagt',
  helped: 'Ergebnis',
  who: 'Betreut von',
  course: 'Verlauf',
  nobody: 'noch niemand',
  waited: (span) => `${span} gewartet`,
  waits: 'wartet noch',
  talked: (span) => `${span} gesprochen`,
  messages: (requester, agents) => `Nachrichten: ${requester} der anfragenden Person, ${agents} der Agenten`,
  moved: (times) => plural(times, { one: 'einmal weitergegeben', other: `${times}-mal weitergegeben` }),
  reopened: (times) => plural(times, { one: 'einmal wieder geöffnet', other: `${times}-mal wieder geöffnet` }),
  insert: 'Zusammenfassung einfügen',
}
