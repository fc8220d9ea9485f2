import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { BoardRow } from '../../shared/protocol/board.ts'
import { whyAt } from '../models/board-why.ts'
import { tellWaiting } from '../models/explaining.ts'
import { nameAtDesk } from '../models/names.ts'
import { doOnBoard } from '../models/overseeing.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { BoardActs } from './BoardActs.tsx'
import { BoardSection, WhoAndWhat } from './BoardSection.tsx'
import { Wait } from './Wait.tsx'

interface BoardLineProps {
  rows: readonly BoardRow[]
  /** How many wait in all. */
  total: number
  /** Whether it is of more than one team. */
  isMany: boolean
  session: Session
}

/** Who waits, and why. */
export function BoardLine({ rows, total, isMany, session }: BoardLineProps) {
  const { board } = words
  const columns: [name: string, kind: string][] = [
    [board.who, 'of-who'],
    [board.what, 'of-what'],
    ...(isMany ? [[board.team, 'of-team'] satisfies [string, string]] : []),
    [board.waits, 'of-time right'],
    [board.why, 'of-why'],
    [board.acts, 'of-acts'],
  ]
  return (
    <BoardSection title={board.line} hint={board.lineOrder} empty={board.nobodyWaits} columns={columns} rows={rows} total={total}>
      {(row) => <Row key={row.id} row={row} isMany={isMany} session={session} />}
    </BoardSection>
  )
}

function Row({ row, isMany, session }: { row: BoardRow; isMany: boolean; session: Session }) {
  const { board } = words
  return (
    <tr data-conversation={row.id}>
      <WhoAndWhat row={row} />
      {isMany && (
        <td class="of-team" data-label={board.team}>
          {nameAtDesk(session.desk, row.team)}
        </td>
      )}
      <td class="of-time right" data-label={board.waits}>
        {row.waitingSince && <Wait since={row.waitingSince} clock={session.clock} meaning={board.waitsMeaning} />}
      </td>
      <td class="of-why" data-label={board.why}>
        <button type="button" class="reason" onClick={() => doOnBoard('boardWhy', row, session)}>
          <Reason row={row} session={session} />
        </button>
      </td>
      <td class="of-acts">
        <BoardActs row={row} deeds={['boardTakeOver', 'boardRaise']} session={session} />
      </td>
    </tr>
  )
}

/** Its seconds pass without anything around it being laid out anew. */
function Reason({ row, session: { desk, clock, liveBoard } }: { row: BoardRow; session: Session }) {
  const told = useMemo(() => {
    const at = Date.parse(liveBoard.teams.peek()?.find(({ team }) => team === row.team)?.at ?? '')
    return computed(() => {
      const why = whyAt(row, at, clock.now.value)
      return why ? tellWaiting(why, (id) => nameAtDesk(desk, id)) : words.board.noReason
    })
  }, [row, desk, clock, liveBoard])
  return <span>{told}</span>
}
