import { type Change, placeMark, type Section, type SettingPath } from '../../shared/settings-file.ts'
import { partsOf } from '../../shared/settings-sentences.ts'
import { words as laterWords } from '../later-words.ts'
import { words } from '../words.ts'
import { fieldName, writtenValue } from './audit-changes.ts'

/** One setting that a file changes, as a row of a table. */
export interface ChangeRow {
  key: string
  where: string
  setting: string
  was: string
  willBe: string
}

/** The changes in words. */
export const rowsOf = (changes: readonly Change[]): ChangeRow[] =>
  changes.map((change) => ({ key: `${change.how} ${change.place.join(placeMark)}`, ...named(change.place), ...values(change) }))

function named(place: SettingPath): { where: string; setting: string } {
  const { whose, setting } = partsOf(place)
  const [part = '', name] = whose
  const sections: Record<string, string> = laterWords.oneFile.sections satisfies Record<Section, string>
  const where = name === undefined ? (places()[part] ?? part) : `${sections[part]} ${name}`
  // A step after a list is what somebody called it.
  const steps = setting.map((step, index) => (lists.has(place[whose.length + index - 1] ?? '') ? step : fieldName(step)))
  return { where, setting: steps.filter((_, index) => !unspoken.has(setting[index] ?? '')).join(placeMark) }
}

const places = (): Record<string, string> => ({
  desk: words.settings.pages.desk,
  look: words.settings.pages.widget,
  guard: words.settings.pages.guard,
  remote: words.settings.pages.remote,
  telephone: words.settings.pages.phone,
  categories: words.settings.pages.categories,
})

const lists = new Set(['topics', 'below', 'fields', 'special', 'needs', 'skills', 'own', 'probes', 'tools'])
/** They say nothing that the steps after them do not. */
const unspoken = new Set(['routing', 'below'])

function values({ how, place, before, after }: Change): { was: string; willBe: string } {
  const key = place.at(-1) ?? ''
  const told = laterWords.oneFile
  switch (how) {
    case 'added':
      return { was: '', willBe: told.isNew }
    case 'removed':
      return { was: '', willBe: told.isGone }
    case 'ordered':
      return { was: `${told.order}: ${writtenValue(before, key)}`, willBe: writtenValue(after, key) }
    case 'changed':
      return { was: writtenValue(before, key), willBe: writtenValue(after, key) }
  }
}
