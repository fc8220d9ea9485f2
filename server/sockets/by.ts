import { refuse } from '../../shared/refusal.ts'
import type { By } from '../desk/people.ts'
import type { Caller } from './handlers.ts'

/** What the audit log says of who asks. */
export function byOf({ who, connection, address }: Caller, at: Date): By {
  if (who.kind !== 'agent') refuse('not-allowed')
  return { agent: who, request: connection, address, at }
}
