import { words as laterWords } from '../later-words.ts'
import type { ConsoleClock } from '../models/clock.ts'
import type { Figures } from '../models/live-board.ts'
import { words } from '../words.ts'
import { Wait } from './Wait.tsx'

/** What a supervisor looks at first, large. */
export function BoardFigures({ figures, clock }: { figures: Figures; clock: ConsoleClock }) {
  const { waiting, longestSince, running, places, free, here, wrappingUp, silent, promised, broken, due } = figures
  return (
    <dl class="figures num">
      <div>
        <dt>{words.board.waiting}</dt>
        <dd>
          <b>{waiting}</b>
        </dd>
      </div>
      <div>
        <dt>{words.board.longest}</dt>
        <dd>
          {longestSince ? (
            <b>
              <Wait since={longestSince} clock={clock} meaning={words.board.waitsMeaning} />
            </b>
          ) : (
            <em>{words.board.nobody}</em>
          )}
        </dd>
      </div>
      <div>
        <dt>{words.board.running}</dt>
        <dd>
          <b>{running}</b> {places > 0 && <em>{words.board.ofPlaces(places)}</em>}
        </dd>
      </div>
      <div>
        <dt>{words.board.free}</dt>
        <dd>
          <b>{free}</b>
        </dd>
      </div>
      <div>
        <dt>{words.board.here}</dt>
        <dd>
          <b>{here}</b> {wrappingUp > 0 && <em>{words.board.wrappingUp(wrappingUp)}</em>}
        </dd>
      </div>
      <div>
        <dt title={words.board.silentHint}>{words.board.silent}</dt>
        <dd>
          <b class={silent > 0 ? 'late' : ''}>{silent}</b>
        </dd>
      </div>
      <div>
        <dt title={laterWords.promising.figureHint}>{laterWords.promising.figure}</dt>
        <dd>
          <b>{promised}</b> {broken > 0 && <em class="late">{laterWords.promising.late(broken)}</em>}
        </dd>
      </div>
      {due && (
        <div>
          <dt title={laterWords.targets.figureHint}>{laterWords.targets.figure}</dt>
          <dd>
            <b>{due.soon}</b> {due.late > 0 && <em class="late">{laterWords.targets.overdue(due.late)}</em>}
          </dd>
        </div>
      )}
    </dl>
  )
}
