import { WifiOff } from 'lucide-preact'
import type { Visit } from '../models/visit.ts'
import { words } from '../words.ts'

/** Says so while there is no line to the server. */
export function Banner({ visit }: { visit: Visit }) {
  return (
    <div role="status">
      {visit.line.value.kind === 'offline' ? (
        <p class="banner">
          <WifiOff size={16} aria-hidden="true" />
          {words.line.offline}
        </p>
      ) : null}
    </div>
  )
}
