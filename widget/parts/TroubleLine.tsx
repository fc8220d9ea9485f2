import type { Trouble } from '../models/visit.ts'
import { words } from '../words.ts'

/** Why something could not be done, read out at once. */
export function TroubleLine({ trouble }: { trouble: Trouble | null }) {
  return trouble ? (
    <p class="trouble" role="alert">
      {words.trouble(trouble)}
    </p>
  ) : null
}
