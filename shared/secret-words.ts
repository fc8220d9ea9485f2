import { type Stretch, stretches } from './secret-numbers.ts'

/** Keys by which programs sign in: known by how they begin. Each part has a longest length, so that looking takes no time. */
const tokens = [
  /(?<![\w-])(?:gh[pousr]_\w{36,255}|github_pat_\w{22,255}|glpat-[\w-]{20,255})/g,
  /(?<![\w-])(?:xox[abeprs]-[\w-]{10,255}|xapp-[\w-]{10,255})/g,
  /(?<![\w-])(?:AKIA|ASIA)[A-Z\d]{16}(?![A-Z\d])/g,
  /(?<![\w-])AIza[\w-]{35}(?![\w-])/g,
  /(?<![\w-])(?:sk|rk|pk)[-_][\w-]{20,255}/g,
  /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,2000}\.[\w-]{10,2000}/g,
  /(?<=\bbearer )[\w.~+/=-]{16,2000}/gi,
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{0,4000}(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g,
]

export const tokensIn = (text: string): Stretch[] => tokens.flatMap((like) => stretches(text, like))

const name = 'pass ?words?|pass ?wort|passwd|pwd|pw|kennwort|pass ?phrase|pass ?code|pin|puk|tan'
const called = new RegExp(`(?<![\\p{L}\\d])(?:${name})(?![\\p{L}\\d])`, 'giu')

/** What stands between the word and the password: "Passwort (neu): x", "password for the VPN is x". */
const link = /^[^\n:=]{0,30}?(?:[:=]|(?<![\p{L}])(?:is now|is|ist jetzt|ist|lautet|war|was)(?![\p{L}]):?)\s{0,3}(?=\S)/iu

/** What is said of passwords without saying one. */
const said = new Set(
  `forgotten forgot expired wrong invalid incorrect correct right locked changed reset unknown missing empty required needed lost old new
  not being still always never asked gone working accepted rejected refused okay good fine weak strong too short long about going case
  vergessen abgelaufen falsch ungültig richtig korrekt gesperrt geändert zurückgesetzt unbekannt weg fehlt leer nötig verloren alt neu
  nicht noch immer nie schon wieder auch mein meine dein ihr ihre das der die ein eine kein keine gültig okay gut schlecht zu the my your
  none keins keines bekannt known only nur sehr very same dasselbe gleich gleiche stored saved gespeichert abgefragt`.split(/\s+/),
)

/** Passwords that somebody names as such. A word with a digit or a sign in it is one; a plain word only behind a colon. */
export function passwordsIn(text: string): Stretch[] {
  return [...text.matchAll(called)].flatMap(({ index, 0: word }) => {
    const begin = index + word.length
    const between = link.exec(text.slice(begin, begin + 60))?.[0]
    if (between === undefined) return []
    const from = begin + between.length
    const written = /^\S{1,128}/.exec(text.slice(from, from + 128))?.[0].replace(/[.,;!?)"'»“”]+$/, '') ?? ''
    return isPassword(written, /[:=]/.test(between)) ? [[from, from + written.length] as const] : []
  })
}

function isPassword(written: string, isNamed: boolean) {
  const plain = written.replaceAll(/^["'„“»«(]+/g, '')
  if (plain.length < 4 || said.has(plain.toLowerCase()) || /^•+$/.test(plain)) return false
  const isStrange = /\d/.test(plain) || /[^\p{L}\d-]/u.test(plain) || /\p{Ll}\p{Lu}/u.test(plain)
  return isNamed ? isStrange || plain.length >= 6 : isStrange
}

const asking = new RegExp(
  `(?:${[
    `(?:what(?:'s| is)|tell|send|give|share|type|need|enter|provide|wie (?:lautet|ist)|nennen|sagen|schicken|senden|geben|mitteilen|brauche|benötige|schreiben)[^.!?\\n]{0,40}?(?<![\\p{L}])(?:${name})(?![\\p{L}])`,
    `(?<![\\p{L}])(?:${name})(?![\\p{L}])[^.!?\\n]{0,40}?(?:nennen|sagen|schicken|senden|mitteilen|verraten|schreiben|geben)`,
  ].join('|')})`,
  'iu',
)
/** About passwords, and not for one: nobody is asked to send it. */
const notAsking =
  /never|don['’]?t|do not|not (?:send|share|tell)|nie|nicht|kein|reset|zurücksetz|new password|neues (?:passwort|kennwort)/iu

/** Whether somebody is asked to say his password. */
export const asksForPassword = (text: string): boolean =>
  text.split(/(?<=[.!?\n])/).some((sentence) => asking.test(sentence.slice(0, 400)) && !notAsking.test(sentence))
