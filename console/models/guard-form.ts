import type { GuardRules, OwnPattern, SecretKind } from '../../shared/guard.ts'
import { isPattern } from '../../shared/secret-patterns.ts'
import { words as laterWords } from '../later-words.ts'
import type { Errors } from './form.ts'

/** What is secret, as it is written in a form: one's own patterns one a line, `Staff number = P-######`. */
export interface WrittenGuard {
  off: SecretKind[]
  own: string
  insist: boolean
}

export const writtenGuard = ({ off, own, insist }: GuardRules): WrittenGuard => ({
  off,
  insist,
  own: own.map(({ name, pattern }) => `${name} = ${pattern}`).join('\n'),
})

/** The rules that are written; lines that are none are left out. */
export const readGuard = ({ off, own, insist }: WrittenGuard): GuardRules => ({ off, insist, own: linesIn(own).flatMap(patternIn) })

const mostPatterns = 20

/** What is wrong with which field. */
export function wrongGuard({ own }: WrittenGuard): Errors<WrittenGuard> {
  const lines = linesIn(own)
  const wrong = lines.find((line) => patternIn(line).length === 0)
  return {
    own:
      wrong !== undefined ? laterWords.guard.wrongLine(wrong) : lines.length > mostPatterns ? laterWords.guard.tooMany(mostPatterns) : null,
  }
}

const linesIn = (own: string) =>
  own
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function patternIn(line: string): OwnPattern[] {
  const [name = '', ...rest] = line.split('=')
  const pattern = rest.join('=').trim()
  return name.trim() && name.trim().length <= 60 && isPattern(pattern) ? [{ name: name.trim(), pattern }] : []
}
