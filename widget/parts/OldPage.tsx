import { isIncomplete, isOutdated, loadAnew } from '../../shared/client/freshness.ts'
import { words } from '../words.ts'
import { RefreshCw } from './icons.tsx'

/** The help desk was renewed since this page was loaded, or a part of the page did not come. What was written outlasts the loading. */
export function OldPage() {
  const { renewed, incomplete, reload, again } = words.line
  return (
    <div role="status">
      {isOutdated.value || isIncomplete.value ? (
        <p class="banner">
          <RefreshCw size={16} />
          <span>{isOutdated.value ? renewed : incomplete}</span>
          <button type="button" class="link" onClick={loadAnew}>
            {isOutdated.value ? reload : again}
          </button>
        </p>
      ) : null}
    </div>
  )
}
