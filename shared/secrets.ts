import { type GuardRules, type SecretKind, secretKinds } from './guard.ts'
import { cardsIn, ibansIn, type Stretch, socialNumbersIn, taxIdsIn } from './secret-numbers.ts'
import { ownIn } from './secret-patterns.ts'
import { passwordsIn, tokensIn } from './secret-words.ts'

/** Where something secret stands; `name` is what the desk calls its own. */
export interface Found {
  kind: SecretKind
  from: number
  to: number
  name?: string
}

/** Everything in a text that looks secret, from its beginning on; of what overlaps, one. */
export function findSecrets(text: string, { off, own }: GuardRules): Found[] {
  const lookers: Record<Exclude<SecretKind, 'own'>, (text: string) => Stretch[]> = {
    token: tokensIn,
    iban: ibansIn,
    card: cardsIn,
    ssn: socialNumbersIn,
    'tax-id': taxIdsIn,
    password: passwordsIn,
  }
  const found: Found[] = []
  for (const kind of secretKinds) {
    if (off.includes(kind)) continue
    if (kind !== 'own') found.push(...lookers[kind](text).map(([from, to]) => ({ kind, from, to })))
    else for (const { name, pattern } of own) found.push(...ownIn(text, pattern).map(([from, to]) => ({ kind, from, to, name })))
  }
  return apart(found)
}

/** Nothing twice: whatever begins within another belongs to that one, which becomes as long as both. */
function apart(found: readonly Found[]): Found[] {
  const all: Found[] = []
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = all.at(-1)
    if (last && one.from < last.to) all[all.length - 1] = { ...last, to: Math.max(last.to, one.to) }
    else all.push(one)
  }
  return all
}

/** What stands where something secret stood: always as long, so that it tells nothing. */
export const maskSign = '••••••••'

/** The text with a mask over everything secret, and what that was. A masked text has nothing left to mask. */
export function masking(text: string, rules: GuardRules): { safe: string; found: readonly Found[] } {
  const found = findSecrets(text, rules)
  let [at, safe] = [0, '']
  for (const { from, to } of found) {
    safe += text.slice(at, from) + maskSign
    at = to
  }
  return { safe: safe + text.slice(at), found }
}

export const masked = (text: string, rules: GuardRules): string => masking(text, rules).safe
