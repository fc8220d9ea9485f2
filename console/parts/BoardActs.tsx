import type { LucideIcon } from 'lucide-preact'
import { ChevronsUp, CircleQuestionMark, Ear, UserPlus, UserRoundCheck } from 'lucide-preact'
import type { BoardRow } from '../../shared/protocol/board.ts'
import { type BoardDeed, canDo, doOnBoard } from '../models/overseeing.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'

const icons: Record<BoardDeed, LucideIcon> = {
  boardWhy: CircleQuestionMark,
  boardWhisper: Ear,
  boardJoin: UserPlus,
  boardTakeOver: UserRoundCheck,
  boardRaise: ChevronsUp,
}

/** What can be done with a conversation, each with a place of its own, so that rows stand one under the other. */
export function BoardActs({ row, deeds, session }: { row: BoardRow; deeds: readonly BoardDeed[]; session: Session }) {
  return (
    <span class="board-acts">
      {deeds.map((deed) =>
        canDo(deed, row, session.me.id) ? <Act key={deed} deed={deed} row={row} session={session} /> : <span key={deed} class="no-act" />,
      )}
    </span>
  )
}

function Act({ deed, row, session }: { deed: BoardDeed; row: BoardRow; session: Session }) {
  const Icon = icons[deed]
  const name = deed === 'boardTakeOver' && row.status === 'waiting' ? words.board.take : words.board.deeds[deed]
  return (
    <button
      type="button"
      class="icon-button"
      title={name}
      aria-label={`${name}: ${row.requester.name}`}
      onClick={() => doOnBoard(deed, row, session)}
    >
      <Icon aria-hidden="true" />
    </button>
  )
}
