import type { turns as english } from '../en/turns.ts'

/** Whose turn it is to speak, and chats that rest, in German. */
export const turns: typeof english = {
  standing: { requester: 'Wartet auf die anfragende Person', agent: 'Wartet auf Antwort' },
  say: { requester: 'Die anfragende Person ist dran', agent: 'Die Antwort steht noch aus' },
  asked: 'Es wurde gefragt, ob noch jemand da ist',
  answerNow: 'Jetzt antworten',
  remindMe: (name) => `${name} wartet schon lange auf Ihre Antwort.`,
  tellSupervisors: (agent, name) => `${agent} hat ${name} lange nicht geantwortet.`,
  took: (name) => `Der Chat mit ${name} ist wieder in der Warteschlange, weil keine Antwort kam. Sie sind jetzt abwesend.`,
  heldUntil: (until) => `Zurückgestellt bis ${until}`,
  heldSilent: 'Zurückgestellt: Es kommt keine Antwort',
  help: (team, at) => `${team} hilft um ${at} aus.`,
  callBack: 'Rückruf',
  callBackLong: 'Die Warteschlange war voll oder zu langsam: Es wurde zugesagt, dass sich hier jemand meldet',
  holdTitle: 'Diesen Chat zurückstellen',
  reason: 'Warum? (das liest auch die anfragende Person)',
  reasonHint: 'Sagen Sie, worauf Sie warten, etwa auf ein Ersatzteil.',
  until: 'Geht weiter',
  untilSomebody: 'Wenn ich es sage, oder wenn geschrieben wird',
  untilIn: (minutes) => (minutes < 60 ? `In ${minutes} Minuten` : minutes === 60 ? 'In einer Stunde' : `In ${minutes / 60} Stunden`),
  untilMorning: 'Morgen um 8:00',
}
