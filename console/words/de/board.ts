import { pluralOf } from '../../../shared/ui/plural.ts'
import type { board as english } from '../en/board.ts'

const plural = pluralOf('de')

/** What supervisors watch, in German. */
export const board: typeof english = {
  title: 'Leitstand',
  allTeams: 'Alle Teams',
  wall: 'Wand',
  wallHint: 'Große Zahlen für einen Bildschirm an der Wand, ohne die Namen derer, die fragen',
  noTeams:
    'Sie sind noch in keinem Team, also gibt es hier nichts zu sehen. Ein Administrator nimmt Sie in den Einstellungen unter „Personen“ in ein Team auf.',

  waiting: 'Warten',
  longest: 'Längste Wartezeit',
  nobody: 'niemand',
  running: 'Im Chat',
  ofPlaces: (places) => plural(places, { one: 'von 1 Platz', other: `von ${places} Plätzen` }),
  here: 'Agenten da',
  wrappingUp: (count) => `${count} beim Abschließen`,
  free: 'Freie Plätze',
  silent: 'Stille Chats',
  silentHint: 'Jemand wartet länger auf ein Wort, als sein Team es vorsieht (wo nichts gesagt ist, fünf Minuten)',

  teams: 'Teams',
  team: 'Team',
  only: (team) => `Nur ${team} zeigen`,

  line: 'Warten',
  lineOrder: 'in der Reihenfolge, in der sie angeboten werden',
  nobodyWaits: 'Niemand wartet.',
  who: 'Wer',
  what: 'Worum es geht',
  waits: 'Wartet',
  waitsMeaning: 'wartet',
  why: 'Warum',
  acts: 'Tun',
  noReason: 'Wird als Nächstes angeboten.',
  more: (count) => `und ${count} weitere`,

  chats: 'Chats',
  chatsOrder: 'wer am längsten auf ein Wort wartet, zuerst',
  nobodyTalks: 'Es läuft kein Chat.',
  agent: 'Agent',
  requester: 'Person',
  silence: 'Still',
  agentSilent: 'der Agent schweigt',
  requesterSilent: 'die Person schweigt',
  held: 'zurückgestellt',

  agents: 'Agenten',
  agentsOrder: 'wer zuerst frei ist, zuerst',
  noAgents: 'Dieses Team hat noch keine Agenten.',
  state: 'Zustand, seit',
  states: { available: 'Verfügbar', full: 'Ausgelastet', 'wrap-up': 'Abschließen', away: 'Abwesend', offline: 'Nicht da' },
  load: 'Auslastung',
  loadLong: (load, capacity, wrapUps) => `${load} von ${capacity}${wrapUps > 0 ? `, ${wrapUps} beim Abschließen` : ''}`,

  deeds: {
    boardWhy: 'Warum hier?',
    boardWhisper: 'Zuflüstern',
    boardJoin: 'Mitreden',
    boardTakeOver: 'Übernehmen',
    boardRaise: 'Priorität erhöhen',
  },
  take: 'Annehmen',
  joined: (name) => `Sie sind im Chat mit ${name} dabei und können dort schreiben. Das ist festgehalten.`,
  tookOver: (name) => `Der Chat mit ${name} ist jetzt Ihrer. Das ist festgehalten.`,
  raised: (name) => `Die Priorität von ${name} ist eine Stufe höher. Das ist festgehalten.`,
  whisperTitle: (agent, requester) => `${agent} etwas zuflüstern, zu ${requester}`,
  whisperText: 'Ihr Hinweis',
  whisperHint: 'Steht als Notiz für den Agenten im Chat. Die Person, die fragt, sieht nichts davon.',
  whisperMissing: 'Schreiben Sie zuerst einen Hinweis',
  whisperSend: 'Zuflüstern',
  whisperDone: (agent) => `${agent} bekommt den Hinweis. Er steht als Notiz im Chat.`,
  whispered: (by, requester, text) => `Hinweis von ${by} zu ${requester}: ${text}`,

  keysHint:
    'J und K gehen von Zeile zu Zeile, Eingabe öffnet. W flüstert zu, I redet mit, T übernimmt, U erhöht die Priorität, Y sagt, warum.',
  asOf: (time) => `Keine Verbindung. So war es um ${time}; es geht von selbst weiter.`,
  back: 'Zurück zum Leitstand',
  fullScreen: 'Ganzer Bildschirm',
}
