import { ArrowLeft, Maximize } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import type { AgentState, TeamBoard } from '../../shared/protocol/board.ts'
import type { Session } from '../models/session.ts'
import { asTime } from '../models/time.ts'
import { fillScreen, keepWall } from '../models/wall.ts'
import { AgentSince } from '../parts/AgentState.tsx'
import { BoardFigures } from '../parts/BoardFigures.tsx'
import { ClosedBadge } from '../parts/ClosedBadge.tsx'
import { EmergencySign } from '../parts/EmergencySign.tsx'
import { Wait } from '../parts/Wait.tsx'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'

/** The board for a screen on the wall: large, dark, without the names of those who ask, and with nothing that must be pressed. */
export function Wall({ session }: { session: Session }) {
  const { liveBoard } = session
  useEffect(() => liveBoard.watch(), [liveBoard])
  useEffect(keepWall, [])
  // Whoever looks at a wall sees all of it, whatever was narrowed at the desk before.
  useEffect(() => {
    liveBoard.chosen.value = null
  }, [liveBoard])
  const teams = liveBoard.teams.value
  return (
    <main class="wall" id="content" tabIndex={-1} data-theme="dark">
      <header>
        <h1>{words.board.title}</h1>
        <Trouble session={session} />
        <a class="icon-button" href={linkTo({ at: 'board' })} aria-label={words.board.back} title={words.board.back}>
          <ArrowLeft aria-hidden="true" />
        </a>
        <button type="button" class="icon-button" aria-label={words.board.fullScreen} title={words.board.fullScreen} onClick={fillScreen}>
          <Maximize aria-hidden="true" />
        </button>
      </header>
      <EmergencySign session={session} />
      {!teams && !liveBoard.refusal.value && <p role="status">{words.shell.loading}</p>}
      {teams?.length === 0 && <p class="none-fits">{words.board.noTeams}</p>}
      {teams && teams.length > 0 && <Figures teams={teams} session={session} />}
    </main>
  )
}

function Trouble({ session: { liveBoard, connection } }: { session: Session }) {
  const refusal = liveBoard.refusal.value
  const [first] = liveBoard.teams.value ?? []
  if (refusal) return <p role="alert">{words.refused[refusal]}</p>
  if (connection.state.value.kind !== 'offline') return null
  return <p role="status">{first ? words.board.asOf(asTime(first.at)) : words.shell.unreachable}</p>
}

const mostAgents = 40

function Figures({ teams, session }: { teams: readonly TeamBoard[]; session: Session }) {
  const { liveBoard, clock } = session
  const agents = liveBoard.agents.value.filter(({ state }) => state !== 'offline')
  return (
    <>
      <BoardFigures figures={liveBoard.figures.value} clock={clock} />
      {teams.length > 1 && (
        <ul class="wall-teams" aria-label={words.board.teams}>
          {teams.map((team) => (
            <li key={team.team}>
              <Team board={team} session={session} />
            </li>
          ))}
        </ul>
      )}
      <p class="wall-states num">
        {states.map((state) => (
          <span key={state} class={`stands is-${state}`}>
            {words.board.states[state]} <b>{liveBoard.agents.value.filter((agent) => agent.state === state).length}</b>
          </span>
        ))}
      </p>
      <ul class="wall-agents" aria-label={words.board.agents}>
        {agents.slice(0, mostAgents).map((agent) => (
          <li key={agent.id}>
            <span class="name">{agent.name}</span> <AgentSince agent={agent} clock={clock} />
          </li>
        ))}
      </ul>
    </>
  )
}

const states: readonly AgentState[] = ['available', 'wrap-up', 'full', 'away', 'offline']

function Team({ board: { team, name, waiting, longestSince, free, agents, silent }, session }: { board: TeamBoard; session: Session }) {
  const { board } = words
  return (
    <>
      <h2>
        {name} <ClosedBadge team={team} session={session} />
      </h2>
      <dl class="num">
        <div>
          <dt>{board.waiting}</dt>
          <dd>{waiting}</dd>
        </div>
        <div>
          <dt>{board.longest}</dt>
          <dd>{longestSince ? <Wait since={longestSince} clock={session.clock} meaning={board.waitsMeaning} /> : '–'}</dd>
        </div>
        <div>
          <dt>{board.free}</dt>
          <dd>{free}</dd>
        </div>
        <div>
          <dt>{board.here}</dt>
          <dd>{agents.filter(({ state }) => state !== 'offline').length}</dd>
        </div>
        <div>
          <dt>{board.silent}</dt>
          <dd class={silent > 0 ? 'late' : ''}>{silent}</dd>
        </div>
      </dl>
    </>
  )
}
