import { NotReached } from '../../shared/client/not-reached.ts'
import { Refused } from '../../shared/refusal.ts'

/** Whoever tries what may not be is told so, and a line may be cut at any time: neither is trouble. */
export const dare = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    if (!(error instanceof Refused) && !(error instanceof NotReached)) throw error
  })
