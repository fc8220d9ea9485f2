import type { BoardRow } from '../../shared/protocol/board.ts'
import { nameAtDesk } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { BoardActs } from './BoardActs.tsx'
import { BoardSection, WhoAndWhat } from './BoardSection.tsx'
import { Wait } from './Wait.tsx'

interface BoardChatsProps {
  rows: readonly BoardRow[]
  /** How many run in all. */
  total: number
  session: Session
}

/** What runs, and in which of it somebody is silent. */
export function BoardChats({ rows, total, session }: BoardChatsProps) {
  const { board } = words
  const columns: [name: string, kind: string][] = [
    [board.who, 'of-who'],
    [board.what, 'of-what'],
    [board.agent, 'of-agent'],
    [board.silence, 'of-time right'],
    [board.acts, 'of-acts many'],
  ]
  return (
    <BoardSection title={board.chats} hint={board.chatsOrder} empty={board.nobodyTalks} columns={columns} rows={rows} total={total}>
      {(row) => <Row key={row.id} row={row} session={session} />}
    </BoardSection>
  )
}

function Row({ row, session }: { row: BoardRow; session: Session }) {
  const { board } = words
  const agent = row.agent ? nameAtDesk(session.desk, row.agent) : ''
  return (
    <tr data-conversation={row.id}>
      <WhoAndWhat row={row} />
      <td class="of-agent" data-label={board.agent}>
        {agent}
      </td>
      <td class="of-time right" data-label={board.silence}>
        <Silence row={row} session={session} />
      </td>
      <td class="of-acts many">
        <BoardActs row={row} deeds={['boardWhy', 'boardWhisper', 'boardJoin', 'boardTakeOver', 'boardRaise']} session={session} />
      </td>
    </tr>
  )
}

/** Who does not speak. That a requester takes his time is nobody's fault. */
function Silence({ row: { silent, status }, session: { clock } }: { row: BoardRow; session: Session }) {
  if (status === 'held') return <small>{words.board.held}</small>
  if (!silent) return null
  const meaning = silent.of === 'agent' ? words.board.agentSilent : words.board.requesterSilent
  return (
    <span class={silent.of === 'agent' ? 'silence' : 'silence theirs'}>
      <Wait since={silent.since} clock={clock} meaning={meaning} />
      <small aria-hidden="true">{silent.of === 'agent' ? words.board.agent : words.board.requester}</small>
    </span>
  )
}
