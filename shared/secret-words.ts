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
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  // In the address of a database or a page: between the colon and the at sign.
  /(?<=:\/\/[^\s:/@]{1,64}:)[^\s@/]{3,200}(?=@[\w[])/g,
  // What programs call their keys, and a long word with a digit in it.
  /(?<=(?:(?:api|access|account|secret|private)[-_ ]?key|[-_ ](?:secret|token))["']?\s{0,3}[:=]\s{0,3}["']?)(?=[\w+/.~-]{0,80}\d)[\w+/=.~-]{16,2000}/gi,
]

export const tokensIn = (text: string): Stretch[] => tokens.flatMap((like) => stretches(text, like))

/** Also at the end of a longer word, such as "Windowspasswort"; the short ones only by themselves. */
const longName = 'pass ?words?|pass ?w(?:ort|örter)|passwd|kennw(?:ort|örter)|pass ?phrase|pass ?code'
const name = `(?:${longName}|(?<![\\p{L}\\d])(?:pwd|pw|pin|puk|tan))`
const called = new RegExp(`${name}(?![\\p{L}\\d])`, 'giu')

/** What stands between the word and the password: "Passwort (neu): x", "password for the VPN is x", "Kennwort → x", `Passwort "x"`. */
const link =
  /^(?:\s{1,3}(?:[-–—]|-?[>→])\s{1,3}(?=\S)|\s{0,3}(?=["„“»«‚‘])|[^\n:=]{0,30}?(?:[:=]|(?<![\p{L}])(?:is now|is|ist jetzt|ist|lautet|war|was)(?![\p{L}]):?)\s{0,3}(?=\S))/iu
/** Only digits follow at once: "PIN 4711". */
const digitsAtOnce = /^[ \u00a0]{1,2}(\d{4,8})(?![\p{L}\d]|[.,:]\d)/u
const shortName = /^(?:pin|puk|tan)$/i
/** Another one in the same breath: "the old one was x, now y". */
const another =
  /^[^\p{L}\n]{0,5}(?:neu\p{L}{0,3}|new|jetzt|now|alt\p{L}{0,3}|old|and|und|or|oder)(?:\s{1,3}(?:is|ist))?\s{0,3}[:=]?\s{0,3}(?=\S)/iu

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
    const digits = shortName.test(word) ? digitsAtOnce.exec(text.slice(begin, begin + 12))?.[0] : undefined
    if (digits) return [[begin + digits.search(/\d/), begin + digits.length] as const]
    const between = link.exec(text.slice(begin, begin + 60))?.[0]
    if (between === undefined) return []
    const from = begin + between.length
    const written = writtenAt(text, from, /phrase$/i.test(word))
    return isPassword(written, /[:=]/.test(between))
      ? [[from, from + written.length] as const, ...anotherAfter(text, from + written.length)]
      : []
  })
}

/** The password as it stands there: all between quotation marks, of a phrase the rest of the line, else a word. */
function writtenAt(text: string, from: number, isPhrase: boolean): string {
  const rest = text.slice(from, from + 128)
  const quoted = /^(?:"[^"\n]{1,120}"|[„“][^“”\n]{1,120}[“”]|»[^«\n]{1,120}«|«[^»\n]{1,120}»|[‚‘][^‘’\n]{1,120}[‘’])/.exec(rest)?.[0]
  const written = quoted ?? (isPhrase ? /^[^\n]{1,128}/ : /^\S{1,128}/).exec(rest)?.[0] ?? ''
  return written.replace(/[.,;!?)"'»“”«’]+$/, '')
}

function anotherAfter(text: string, from: number): Stretch[] {
  const between = another.exec(text.slice(from, from + 40))?.[0]
  if (between === undefined) return []
  const begin = from + between.length
  const written = writtenAt(text, begin, false)
  return isPassword(written, false) ? [[begin, begin + written.length]] : []
}

function isPassword(written: string, isNamed: boolean) {
  const plain = written.replaceAll(/^["'„“»«(‚‘]+/g, '')
  if (plain.length < 4 || /^•+$/.test(plain) || isTicket.test(plain)) return false
  if (plain.split(/\s+/).every((word) => said.has(word.toLowerCase()))) return false
  const isStrange = /\d/.test(plain) || /[^\p{L}\d -]/u.test(plain) || /\p{Ll}\p{Lu}/u.test(plain)
  return isNamed ? isStrange || plain.length >= 6 : isStrange
}

const isTicket = /^[A-Z]{2,5}-\d+$/

const asking = new RegExp(
  `(?:${[
    `(?:what(?:'s| is)|tell|send|give|share|type|need|enter|provide|wie (?:lautet|ist)|nennen|sagen|schicken|senden|geben|mitteilen|brauche|benötige|schreiben)[^.!?\\n]{0,40}?(?<![\\p{L}])\\p{L}{0,20}${name}(?![\\p{L}])`,
    `(?<![\\p{L}])\\p{L}{0,20}${name}(?![\\p{L}])[^.!?\\n]{0,40}?(?:nennen|sagen|schicken|senden|mitteilen|verraten|schreiben|geben)`,
  ].join('|')})`,
  'iu',
)
/** About passwords, and not for one: nobody is asked to send it. */
const notAsking =
  /never|don['’]?t|do not|not (?:send|share|tell)|nie|nicht|kein|reset|zurücksetz|new password|neues (?:passwort|kennwort)/iu

/** Whether somebody is asked to say his password. */
export const asksForPassword = (text: string): boolean =>
  text.split(/(?<=[.!?\n])/).some((sentence) => asking.test(sentence.slice(0, 400)) && !notAsking.test(sentence))
