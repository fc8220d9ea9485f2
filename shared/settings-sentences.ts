import type { RefusalCode } from './refusal.ts'
import { type Fault, type Kind, type Note, type Problem, placeMark, type Section, type SettingPath } from './settings-file.ts'

/** How everything about a settings file is said in one language. What follows a place begins in small letters. */
export interface SettingsFileWords {
  faults: Record<'other-version' | 'missing' | 'unknown' | 'unreadable' | 'twice' | 'both', string>
  notJson: string
  notJsonAt: (line: number, column: number) => string
  mustBe: (what: string) => string
  kinds: Record<Kind, string>
  least: Record<'number' | 'string' | 'array', (bound: number) => string>
  most: Record<'number' | 'string' | 'array', (bound: number) => string>
  step: (step: number) => string
  oneOf: (values: string) => string
  /** The rules of the schemas, by how these say them. */
  rules: Record<string, string>
  noSuchTeam: (name: string) => string
  noSuchWord: (name: string) => string
  taken: (name: string) => string
  notes: Record<Exclude<Note['what'], 'key'>, (what: string, names: string) => string>
  key: string
  sections: Record<Section, string>
  more: (count: number) => string
}

/** What is wrong, with its place: "teams › Network › tier: must be at most 9". */
export function sentenceOf({ place, fault }: Problem, words: SettingsFileWords, refused: (code: RefusalCode) => string): string {
  const says = saidOf(fault, words, refused)
  return place.length > 0 ? `${place.join(placeMark)}: ${says}` : says
}

function saidOf(fault: Fault, words: SettingsFileWords, refused: (code: RefusalCode) => string): string {
  switch (fault.what) {
    case 'not-json':
      return fault.line === null || fault.column === null ? words.notJson : words.notJsonAt(fault.line, fault.column)
    case 'kind':
      return words.mustBe(words.kinds[fault.kind])
    case 'least':
      return words.least[fault.of](fault.bound)
    case 'most':
      return words.most[fault.of](fault.bound)
    case 'step':
      return words.step(fault.step)
    case 'one-of':
      return words.oneOf(fault.values.join(', '))
    case 'rule':
      return words.rules[fault.rule] ?? fault.rule
    case 'no-such-team':
      return words.noSuchTeam(fault.name)
    case 'no-such-word':
      return words.noSuchWord(fault.name)
    case 'taken':
      return words.taken(fault.name)
    case 'refused':
      return refused(fault.refusal)
    default:
      return words.faults[fault.what]
  }
}

const mostNamed = 5

/** What is worth knowing of the file besides. */
export function noteIn(note: Note, words: SettingsFileWords): string {
  if (note.what === 'key') return words.key
  const { what, of, names } = note
  const more = names.length > mostNamed ? ` ${words.more(names.length - mostNamed)}` : ''
  return words.notes[what](words.sections[of], names.slice(0, mostNamed).join(', ') + more)
}

/** Whose settings a change is about, and which of them: one team's, one category's, or those of the whole desk. */
export function partsOf(place: SettingPath): { whose: SettingPath; setting: SettingPath } {
  const depth = place.length > 1 && many.has(place[0] ?? '') ? 2 : 1
  return { whose: place.slice(0, depth), setting: place.slice(depth) }
}

const many: ReadonlySet<string> = new Set<Section>(['teams', 'categories', 'agents', 'replies'])
