/** What nobody should write to a help desk. `own` is what the desk itself has named. */
export const secretKinds = ['password', 'token', 'card', 'iban', 'ssn', 'tax-id', 'own'] as const
export type SecretKind = (typeof secretKinds)[number]

/** What is looked for at this desk. */
export interface GuardRules {
  /** The kinds that are not looked for. */
  off: SecretKind[]
  own: OwnPattern[]
  /** Whether somebody may say that it is none, and send it as it is. */
  insist: boolean
}

/** Something that only this desk knows to be secret, such as its staff numbers: `P-######`. */
export interface OwnPattern {
  name: string
  pattern: string
}

export const usualGuard: GuardRules = { off: [], own: [], insist: true }

/** How often something secret came through and was masked, or was sent as none, on one day. Never what it was. */
export interface GuardCount {
  day: string
  kind: SecretKind
  how: 'masked' | 'insisted'
  times: number
}
