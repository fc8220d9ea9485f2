import type { Pool } from 'pg'
import type { Attempted } from '../../support/history.ts'
import {
  acknowledgedIsStored,
  eachIdOnce,
  inOrderOfTelling,
  listsEqualTable,
  numbersDense,
  refusedIsNotStored,
  type Seen,
  saidAsWritten,
} from '../../support/laws.ts'
import { capacityKept, loadsTrue, nobodyWaitsInVain, oneOwner, oneTicketEach, standsAsTold } from '../../support/line-laws.ts'
import { loadMoves } from '../../support/loads.ts'
import { brokenRecords, type Found } from './found.ts'

/** What must come true once everything is mended, and may take a moment: all of it that is not true yet. */
export const unsettled = (found: Found, seen: Seen[], reofferAfterSeconds: number): string[] => [
  ...listsEqualTable(seen, found.kept),
  ...nobodyWaitsInVain(found.conversations, found.agents, found.now, reofferAfterSeconds),
]

/** What must be true at every moment, whatever went wrong. */
export async function broken(pool: Pool, found: Found, attempts: Attempted[]) {
  const { kept, conversations, tickets, told, agents } = found
  // What an opening says stands in its own act.
  const said = kept.filter(({ conversation, entry }) => entry.act !== conversation)
  return {
    acknowledgedIsStored: acknowledgedIsStored(attempts, kept),
    eachIdOnce: eachIdOnce(kept),
    refusedIsNotStored: refusedIsNotStored(attempts, kept),
    saidAsWritten: saidAsWritten(attempts, said),
    inOrderOfTelling: inOrderOfTelling(attempts, said),
    numbersDense: numbersDense(kept),
    oneOwner: oneOwner(kept),
    capacityKept: capacityKept(await loadMoves(pool)),
    loadsTrue: loadsTrue(agents, conversations),
    oneTicketEach: oneTicketEach(kept, conversations, tickets, told),
    standsAsTold: standsAsTold(kept, conversations),
    recordsIntact: await brokenRecords(pool),
  }
}
