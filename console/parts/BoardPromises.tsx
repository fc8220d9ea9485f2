import type { BoardRow } from '../../shared/protocol/board.ts'
import { nameAtDesk } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { BoardSection, WhoAndWhat } from './BoardSection.tsx'
import { PromiseMark } from './Promise.tsx'

/** Which requesters were promised news, by whom and by when. Where none is, nothing stands there. */
export function BoardPromises({ rows, total, session }: { rows: readonly BoardRow[]; total: number; session: Session }) {
  const { promises, board } = words
  if (rows.length === 0) return null
  const columns: [name: string, kind: string][] = [
    [board.who, 'of-who'],
    [board.what, 'of-what'],
    [promises.owner, 'of-agent'],
    [promises.until, 'of-due right'],
  ]
  return (
    <BoardSection title={promises.section} hint={promises.order} empty={promises.none} columns={columns} rows={rows} total={total}>
      {(row) => (
        <tr key={row.id}>
          <WhoAndWhat row={row} />
          <td class="of-agent" data-label={promises.owner}>
            {row.owner ? nameAtDesk(session.desk, row.owner) : promises.nobody}
          </td>
          <td class="of-due right" data-label={promises.until}>
            {row.promise && <PromiseMark until={row.promise.until} clock={session.clock} />}
          </td>
        </tr>
      )}
    </BoardSection>
  )
}
