import { noticeIn } from '../../shared/notice.ts'
import type { TeamDoor } from '../../shared/protocol/visit.ts'
import type { Place } from '../../shared/queue.ts'
import type { TooLong } from '../models/welcome.ts'
import { words as talk } from '../talk-words.ts'
import { spoken, words } from '../words.ts'

interface PlaceCardProps {
  place: Place | null
  /** Where the team stands in whose line this is. */
  door: TeamDoor | undefined
  tooLong: TooLong | null
}

/** My place in the line, and what to expect; no number where none is honest. */
export function PlaceCard({ place, door, tooLong }: PlaceCardProps) {
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
      <div role="status">
        {door?.notices ? (
          <p>
            <strong>{noticeIn(door.notices, spoken)}</strong> {talk.place.shut}
          </p>
        ) : tooLong ? (
          <p>{talk.place.tooLong(tooLong.minutes)}</p>
        ) : null}
      </div>
      <small>{talk.place.stay}</small>
    </div>
  )
}
