import { isOutdated } from '../../shared/client/freshness.ts'
import { words } from '../words.ts'
import { RefreshCw } from './icons.tsx'

/** The help desk was renewed since this page was loaded. Drafts and what waits to be sent outlast the loading. */
export function OldPage() {
  return (
    <div role="status">
      {isOutdated.value ? (
        <p class="banner">
          <RefreshCw size={16} />
          <span>{words.line.renewed}</span>
          <button type="button" class="link" onClick={() => location.reload()}>
            {words.line.reload}
          </button>
        </p>
      ) : null}
    </div>
  )
}
