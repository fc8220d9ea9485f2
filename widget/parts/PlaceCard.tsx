import type { Place } from '../../shared/queue.ts'
import { words } from '../words.ts'

/** My place in the line, and what to expect; no number where none is honest. */
export function PlaceCard({ place }: { place: Place | null }) {
  return (
    <div class="place">
      {place ? (
        <p>
          <b class="num">{words.place.ordinal(place.place)}</b>
          {[words.place.inLine, ...(place.minutes ? [words.minutes(place.minutes)] : [])].join(', ')}
        </p>
      ) : (
        <p>{words.place.unknown}</p>
      )}
      <small>{words.place.stay}</small>
    </div>
  )
}
