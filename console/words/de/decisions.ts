import { pluralOf } from '../../../shared/ui/plural.ts'
import type { decisions as english } from '../en/decisions.ts'

const plural = pluralOf('de')
const decimal = (number: number) => String(number).replace('.', ',')

/** Why the line decided as it did, in German. */
export const decisions: typeof english = {
  offered: (name) => `Angeboten an ${name}.`,
  chosen: (name, load, capacity, idle, rule) => `${name} betreute ${decimal(load)} von ${capacity} und war seit ${idle} frei: ${rule}.`,
  rules: {
    'least-loaded': 'am wenigsten belastet, dann am längsten frei',
    'longest-idle': 'am längsten frei',
    'round-robin': 'alle reihum',
    kept: 'dieser Person bekannt',
  },
  others: {
    'not-here': (name) => `${name} war nicht verbunden.`,
    away: (name) => `${name} war abwesend.`,
    full: (name) => `${name} hatte keinen Platz frei.`,
    'let-it-go-by': (name) => `${name} hatte das Angebot kurz zuvor verstreichen lassen.`,
    paced: (name) => `${name} hatte gerade erst einen anderen Chat bekommen.`,
    unskilled: (name) => `${name} fehlten verlangte Kenntnisse.`,
    kept: (name) => `${name} war dieser Person nicht bekannt.`,
    language: (name) => `${name} schreibt nicht in der Sprache dieser Person.`,
    'less-skilled': (name) => `${name} fehlten erwünschte Kenntnisse.`,
    'later-turn': (name) => `${name} hatte zuletzt später einen Chat bekommen.`,
    busier: (name) => `${name} betreute mehr.`,
    'less-idle': (name) => `${name} betreute gleich viel und hatte zuletzt mehr zu tun.`,
  },
  declined: (name) => `${name} hat abgelehnt.`,
  expired: (name) => `${name} hat nicht rechtzeitig geantwortet.`,
  withdrawn: (name) => `Das Angebot an ${name} wurde zurückgezogen.`,
  withdrawnWhy: {
    taken: 'Jemand anderes hat übernommen.',
    left: 'Es wartet niemand mehr.',
    'agent-away': 'Inzwischen abwesend.',
    'agent-lost': 'Kein Gerät war mehr verbunden.',
    'agent-disabled': 'Das Konto wurde gesperrt.',
    moved: 'Der Chat wurde woandershin geschickt.',
  },
  assigned: (name) => `${name} betreut den Chat.`,
  assignedHow: {
    offer: 'Das Angebot wurde angenommen.',
    automatic: 'Der Chat wurde ohne Rückfrage zugeteilt.',
    take: 'Der Chat wurde von Hand aus der Warteschlange geholt.',
    transfer: 'Der Chat wurde weitergegeben.',
    'take-over': 'Der Chat wurde übernommen.',
    reopen: 'Der Chat wurde wieder geöffnet.',
  },
  queued: (team) => `Wartet auf ${team}.`,
  queuedWhy: {
    transferred: 'Der Chat wurde weitergegeben und behielt seinen Platz nach Alter.',
    'agent-lost': 'Niemand war mehr da, der ihn betreut; der Chat behielt seinen Platz nach Alter.',
    'agent-silent': 'Es kam keine Antwort; der Chat behielt seinen Platz nach Alter.',
    'agent-disabled': 'Das Konto wurde gesperrt; der Chat behielt seinen Platz nach Alter.',
    reopened: 'Der Chat wurde wieder geöffnet, und niemand war da, der ihn kannte.',
    overflow: 'In der Schlange davor dauerte es zu lange; der Chat behielt seinen Platz nach Alter.',
    'nobody-here': 'In der Schlange davor war niemand da; der Chat behielt seinen Platz nach Alter.',
    'line-full': 'Die Schlange davor war voll.',
    'waited-too-long': 'Die längste Wartezeit der Schlange davor war vorbei; der Chat behielt seinen Platz nach Alter.',
  },
  lost: (name) => `${name} war fort.`,
  lostWhy: { gone: 'Kein Gerät war mehr verbunden.', disabled: 'Das Konto wurde gesperrt.', silent: 'Es kam zu lange keine Antwort.' },
  transferred: (name, to) => `${name} hat an ${to} weitergegeben.`,

  nowOffered: (name, seconds) => `Angeboten an ${name}, noch ${seconds} s.`,
  nobodyAvailable: (team) => `Bei ${team} ist niemand verfügbar.`,
  nobodySkilled: (skills, time) =>
    `Niemand mit Kenntnissen in ${skills} ist verfügbar.${time && ` Ab ${time} dürfen auch andere übernehmen.`}`,
  keptFor: (name, time) => `Bis ${time} für ${name} zurückgehalten, da man sich schon kennt.`,
  byHand: 'In diesem Team holen sich alle die Chats selbst aus der Warteschlange.',
  paced: (name, seconds) => `${name} hat gerade einen anderen Chat bekommen und bekommt in ${seconds} s den nächsten.`,
  noPlace: (name) => `${name} hat keinen Platz frei.`,
  askedAgain: (name, seconds) => `${name} hat das Angebot verstreichen lassen und wird in ${seconds} s wieder gefragt.`,
  before: (count) => plural(count, { one: 'Vorher kommt 1 anderer Chat.', other: `Vorher kommen ${count} andere Chats.` }),
  next: 'Er wird als Nächstes angeboten.',
}
