import { RefreshCw } from 'lucide-preact'
import { isIncomplete, isOutdated, loadAnew } from '../../shared/client/freshness.ts'
import { words } from '../words.ts'

/** The help desk was renewed since this page was loaded, or a part of the page did not come. What was written outlasts the loading. */
export function OldPage() {
  const { renewed, incomplete, reload, again } = words.shell
  return isOutdated.value || isIncomplete.value ? (
    <p class="back">
      <RefreshCw aria-hidden="true" />
      {isOutdated.value ? renewed : incomplete}
      <button type="button" class="link" onClick={loadAnew}>
        {isOutdated.value ? reload : again}
      </button>
    </p>
  ) : null
}
