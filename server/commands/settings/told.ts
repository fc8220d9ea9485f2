import { refusals } from '../../../shared/reasons.ts'
import { type Change, type Imported, placeMark } from '../../../shared/settings-file.ts'
import { noteIn, partsOf, sentenceOf } from '../../../shared/settings-sentences.ts'
import { settingsFile as words } from '../../../shared/words/settings-file-en.ts'

/** What an import did, or would do, as lines for whoever runs it: whose setting, which, now → then. */
export function told(imported: Imported, isRehearsal: boolean): { lines: string[]; isFine: boolean } {
  const { problems } = imported
  if (problems) {
    const sentences = problems.map((problem) => `  ${sentenceOf(problem, words, (code) => refusals[code])}`)
    return { lines: ['Nothing was changed. This is wrong with the file:', ...sentences], isFine: false }
  }
  const { changes, notes } = imported
  const asides = notes.map((note) => noteIn(note, words))
  if (changes.length === 0) return { lines: [...asides, 'Everything is already as the file says. Nothing was changed.'], isFine: true }
  const sum = changes.length === 1 ? 'One setting' : `${changes.length} settings`
  const end = isRehearsal ? `${sum} would change. Nothing was changed: this was a dry run.` : `${sum} changed.`
  return { lines: [...inGroups(changes), ...asides, end], isFine: true }
}

function inGroups(changes: readonly Change[]): string[] {
  let last = ''
  return changes.flatMap((change) => {
    const { whose, setting } = partsOf(change.place)
    const head = whose.join(placeMark)
    const line = `  ${[...(setting.length > 0 ? [setting.join(placeMark)] : []), difference(change)].join(': ')}`
    const lines = head === last ? [line] : [head, line]
    last = head
    return lines
  })
}

function difference({ how, before, after }: Change): string {
  switch (how) {
    case 'added':
      return 'new'
    case 'removed':
      return 'removed'
    case 'ordered':
      return `in another order: ${written(before)} → ${written(after)}`
    case 'changed':
      return `${written(before)} → ${written(after)}`
  }
}

/** As the file has it, without the marks that nobody needs to read it. */
function written(value: unknown): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.length > 0 ? value.join(', ') : '–'
  return JSON.stringify(value)
}
