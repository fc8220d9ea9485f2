import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import type { BoardRow } from '../../shared/protocol/board.ts'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'
import { AbsentMark, PriorityMark, UnverifiedMark } from './marks.tsx'

const most = 50

interface BoardSectionProps {
  title: string
  hint: string
  empty: string
  columns: readonly [name: string, kind: string][]
  rows: readonly BoardRow[]
  /** How many there are in all. */
  total: number
  children(row: BoardRow): VNode
}

/** Conversations on the board, under a heading: the first of many. */
export function BoardSection({ title, hint, empty, columns, rows, total, children }: BoardSectionProps) {
  const heading = useId()
  const shown = rows.slice(0, most)
  return (
    <section aria-labelledby={heading}>
      <h2 class="board-head" id={heading}>
        {title} <span>{hint}</span>
      </h2>
      {shown.length === 0 ? (
        <p class="none-fits">{empty}</p>
      ) : (
        <div class="table-room">
          <table class="stacks board-rows">
            <thead>
              <tr>
                {columns.map(([name, kind]) => (
                  <th key={name} class={kind}>
                    {kind.startsWith('of-acts') ? <span class="sr-only">{name}</span> : name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{shown.map(children)}</tbody>
          </table>
        </div>
      )}
      {total > shown.length && <p class="count">{words.board.more(total - shown.length)}</p>}
    </section>
  )
}

/** The cells that say who asks, with the way to the chat, and about what. */
export const WhoAndWhat = ({ row: { id, requester, priority, absent, subject } }: { row: BoardRow }) => (
  <>
    <td class="of-who">
      <PriorityMark priority={priority} /> <a href={linkTo({ at: 'chats', conversation: id })}>{requester.name}</a>{' '}
      {!requester.verified && <UnverifiedMark />} {absent && <AbsentMark />}
    </td>
    <td class="of-what clamp" title={subject}>
      <span>{subject}</span>
    </td>
  </>
)
