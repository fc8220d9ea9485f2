import type { BoardRow } from '../../shared/protocol/board.ts'
import { words as laterWords } from '../later-words.ts'
import { nameAtDesk } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { BoardSection, WhoAndWhat } from './BoardSection.tsx'
import { PromiseMark } from './Promise.tsx'

/** Which requesters were promised news, by whom and by when. Where none is, nothing stands there. */
export function BoardPromises({ rows, total, session }: { rows: readonly BoardRow[]; total: number; session: Session }) {
  const { board } = words
  const { promising } = laterWords
  if (rows.length === 0) return null
  const columns: [name: string, kind: string][] = [
    [board.who, 'of-who'],
    [board.what, 'of-what'],
    [promising.owner, 'of-agent'],
    [promising.until, 'of-due right'],
  ]
  return (
    <BoardSection title={promising.section} hint={promising.order} empty={promising.none} columns={columns} rows={rows} total={total}>
      {(row) => (
        <tr key={row.id}>
          <WhoAndWhat row={row} />
          <td class="of-agent" data-label={promising.owner}>
            {row.owner ? nameAtDesk(session.desk, row.owner) : words.promises.nobody}
          </td>
          <td class="of-due right" data-label={promising.until}>
            {row.promise && <PromiseMark until={row.promise.until} clock={session.clock} />}
          </td>
        </tr>
      )}
    </BoardSection>
  )
}
