import { Monitor } from 'lucide-preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { pressOnBoard, rowAround } from '../models/board-keys.ts'
import type { Session } from '../models/session.ts'
import { asTime } from '../models/time.ts'
import { fillScreen } from '../models/wall.ts'
import { BoardAgents } from '../parts/BoardAgents.tsx'
import { BoardChats } from '../parts/BoardChats.tsx'
import { BoardFigures } from '../parts/BoardFigures.tsx'
import { BoardLine } from '../parts/BoardLine.tsx'
import { BoardPromises } from '../parts/BoardPromises.tsx'
import { BoardTeams } from '../parts/BoardTeams.tsx'
import { WhisperDialog } from '../parts/WhisperDialog.tsx'
import { WhyDialog } from '../parts/WhyDialog.tsx'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'

/** How the teams stand that one oversees, alive: who waits, who is here, what runs, and what a supervisor can do about it. */
export function Board({ session }: { session: Session }) {
  const { liveBoard } = session
  const place = useRef<HTMLElement>(null)
  useEffect(() => liveBoard.watch(), [liveBoard])
  // A browser lets go of the focus where its row changes its place.
  useLayoutEffect(() => {
    const id = liveBoard.current.peek()
    if (id && document.activeElement === document.body) place.current?.querySelector<HTMLElement>(`[data-conversation="${id}"] a`)?.focus()
  })

  const [first] = liveBoard.shown.value
  const isOne = liveBoard.chosen.value !== null && first !== undefined
  return (
    <main
      class="page wide board"
      id="content"
      tabIndex={-1}
      ref={place}
      onKeyDown={(event) => pressOnBoard(event, place.current, session)}
      onFocusIn={({ target }) => {
        const id = rowAround(target)
        if (id) liveBoard.current.value = id
      }}
    >
      <header class="page-head">
        <h1>{words.board.title}</h1>
        {isOne && <span class="quiet">{first.name}</span>}
        {isOne && (
          <button type="button" class="link" onClick={() => choose(session, null)}>
            {words.board.allTeams}
          </button>
        )}
        <a class="button" href={linkTo({ at: 'wall' })} title={words.board.wallHint} onClick={fillScreen}>
          <Monitor aria-hidden="true" />
          {words.board.wall}
        </a>
      </header>
      <Trouble session={session} />
      <Shown session={session} />
      {session.habits.singleKeys.value && <p class="keys-hint">{words.board.keysHint}</p>}
      <Asked session={session} />
    </main>
  )
}

function Trouble({ session: { liveBoard, connection } }: { session: Session }) {
  const refusal = liveBoard.refusal.value
  const [first] = liveBoard.shown.value
  if (refusal) {
    return (
      <p class="said bad" role="alert">
        {words.refused[refusal]}{' '}
        {refusal !== 'not-allowed' && (
          <button type="button" class="link" onClick={() => void liveBoard.look()}>
            {words.shell.again}
          </button>
        )}
      </p>
    )
  }
  return first && connection.state.value.kind === 'offline' ? <p class="said warn">{words.board.asOf(asTime(first.at))}</p> : null
}

function Shown({ session }: { session: Session }) {
  const { liveBoard } = session
  const teams = liveBoard.teams.value
  if (!teams) return liveBoard.refusal.value ? null : <p role="status">{words.shell.loading}</p>
  if (teams.length === 0) return <p class="none-fits">{words.board.noTeams}</p>
  const isMany = liveBoard.shown.value.length > 1
  return (
    <>
      <BoardFigures figures={liveBoard.figures.value} clock={session.clock} />
      {teams.length > 1 && <BoardTeams teams={teams} session={session} onChoose={(team) => choose(session, team)} />}
      <div class="board-sides">
        <div class="board-side">
          <BoardLine rows={liveBoard.line.value} total={liveBoard.figures.value.waiting} isMany={isMany} session={session} />
          <BoardChats rows={liveBoard.chats.value} total={liveBoard.figures.value.running} session={session} />
          <BoardPromises rows={liveBoard.promises.value} total={liveBoard.figures.value.promised} session={session} />
        </div>
        <BoardAgents agents={liveBoard.agents.value} clock={session.clock} />
      </div>
    </>
  )
}

function Asked({ session }: { session: Session }) {
  const { asked } = session.liveBoard
  const about = asked.value
  if (!about) return null
  const close = () => {
    asked.value = null
  }
  return about.what === 'why' ? (
    <WhyDialog id={about.row.id} session={session} onClose={close} />
  ) : (
    <WhisperDialog row={about.row} session={session} onClose={close} />
  )
}

function choose({ liveBoard }: Session, team: string | null) {
  liveBoard.chosen.value = liveBoard.chosen.peek() === team ? null : team
}
