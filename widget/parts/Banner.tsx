import type { Visit } from '../models/visit.ts'
import { words } from '../words.ts'
import { WifiOff } from './icons.tsx'

/** Says so while there is no line to the server. */
export function Banner({ visit }: { visit: Visit }) {
  return (
    <div role="status">
      {visit.line.value.kind === 'offline' ? (
        <p class="banner">
          <WifiOff size={16} />
          {words.line.offline}
        </p>
      ) : null}
    </div>
  )
}
