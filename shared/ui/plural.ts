/** A sentence in the forms that counts ask for in its language: English has two of them, Arabic six. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Chooses the form for a count by the rules of a language. */
export function pluralOf(language: string, type: Intl.PluralRuleType = 'cardinal') {
  const rules = new Intl.PluralRules(language, { type })
  return (count: number, forms: Forms) => forms[rules.select(count)] ?? forms.other
}
