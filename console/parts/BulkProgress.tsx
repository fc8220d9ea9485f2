import { Undo2, X } from 'lucide-preact'
import type { Bulk, Progress } from '../models/bulk.ts'
import { words } from '../words.ts'

/** How far a change of many got; then what came of it, and the way back. */
export function BulkProgress({ bulk, progress }: { bulk: Bulk; progress: Progress }) {
  const { kind, state, done, total, refused } = progress
  if (state === 'running') {
    return (
      <div class="bulk-progress">
        <p role="status">{words.lists.running[kind](done, total)}</p>
        <progress max={total} value={done} aria-label={words.lists.running[kind](done, total)} />
        <button type="button" class="button" onClick={() => bulk.stop()}>
          {words.lists.stop}
        </button>
      </div>
    )
  }
  const failed = [...refused.values()].reduce((sum, count) => sum + count, 0)
  return (
    <div class="bulk-progress">
      <p role="status">
        {words.lists.done[kind](done - failed)}
        {[...refused].map(([code, count]) => (
          <span key={code} class="bad">
            {' '}
            {words.lists.refusedSome(count, words.refused[code] ?? code)}
          </span>
        ))}
      </p>
      {bulk.undoing.value.length > 0 && (
        <button type="button" class="button" onClick={() => void bulk.undo()}>
          <Undo2 aria-hidden="true" /> {words.lists.undo}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={words.lists.dismiss} onClick={() => bulk.dismiss()}>
        <X aria-hidden="true" />
      </button>
    </div>
  )
}
