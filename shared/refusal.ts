import type { refusals } from './reasons.ts'

/** Every way the desk can say no. What it says in English stands in reasons.ts. */
export type RefusalCode = keyof typeof refusals

/** Thrown inside the desk to say no; the two edges turn it into an answer or a status. */
export class Refused extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}

/** Says no. */
export function refuse(code: RefusalCode): never {
  throw new Refused(code)
}

/** How every question is answered. */
export type Reply<T> = { ok: true; value: T } | { ok: false; refusal: RefusalCode }
