import { RefreshCw } from 'lucide-preact'
import { isOutdated } from '../../shared/client/freshness.ts'
import { words } from '../words.ts'

/** The help desk was renewed since this page was loaded. Drafts and what waits to be sent outlast the loading. */
export function OldPage() {
  return isOutdated.value ? (
    <p class="back">
      <RefreshCw aria-hidden="true" />
      {words.shell.renewed}
      <button type="button" class="link" onClick={() => location.reload()}>
        {words.shell.reload}
      </button>
    </p>
  ) : null
}
