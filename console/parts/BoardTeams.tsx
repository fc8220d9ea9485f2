import type { TeamBoard } from '../../shared/protocol/board.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { ClosedBadge } from './ClosedBadge.tsx'
import { Wait } from './Wait.tsx'

interface BoardTeamsProps {
  teams: readonly TeamBoard[]
  session: Session
  onChoose(team: string): void
}

/** One line a team; its name shows it alone. */
export function BoardTeams({ teams, session, onChoose }: BoardTeamsProps) {
  const { liveBoard, clock } = session
  const { board } = words
  return (
    <section aria-label={board.teams}>
      <div class="table-room">
        <table class="board-teams">
          <thead>
            <tr>
              <th class="grow">{board.team}</th>
              <th class="right">{board.waiting}</th>
              <th class="right">{board.longest}</th>
              <th class="right">{board.running}</th>
              <th class="right">{board.free}</th>
              <th class="right">{board.here}</th>
              <th class="right">{board.silent}</th>
            </tr>
          </thead>
          <tbody>
            {teams.map(({ team, name, waiting, longestSince, running, free, agents, silent }) => (
              <tr key={team} class={liveBoard.chosen.value === team ? 'on' : ''}>
                <td class="grow">
                  <button
                    type="button"
                    class="cell"
                    aria-pressed={liveBoard.chosen.value === team}
                    title={board.only(name)}
                    onClick={() => onChoose(team)}
                  >
                    {name}
                  </button>{' '}
                  <ClosedBadge team={team} session={session} />
                </td>
                <td class="right num">{waiting}</td>
                <td class="right">{longestSince && <Wait since={longestSince} clock={clock} meaning={board.waitsMeaning} />}</td>
                <td class="right num">{running}</td>
                <td class="right num">{free}</td>
                <td class="right num">{agents.filter(({ state }) => state !== 'offline').length}</td>
                <td class={silent > 0 ? 'right num late' : 'right num'}>{silent}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
