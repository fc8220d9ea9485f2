import type { Place } from '../../shared/queue.ts'
import { words as talk } from '../talk-words.ts'
import { words } from '../words.ts'

/** My place in the line, and what to expect; no number where none is honest. */
export function PlaceCard({ place }: { place: Place | null }) {
  return (
    <div class="place">
      {place ? (
        <p>
          <b class="num">{talk.place.ordinal(place.place)}</b>
          {[talk.place.inLine, ...(place.minutes ? [words.minutes(place.minutes)] : [])].join(', ')}
        </p>
      ) : (
        <p>{talk.place.unknown}</p>
      )}
      <small>{talk.place.stay}</small>
    </div>
  )
}
