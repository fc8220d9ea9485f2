import { useState } from 'preact/hooks'
import type { CannedReply } from '../../../shared/protocol/admin.ts'
import type { Session } from '../../models/session.ts'
import { words } from '../../words.ts'
import { ReplyDialog } from './ReplyDialog.tsx'

/** Texts that agents keep ready. */
export function RepliesPage({ session }: { session: Session }) {
  const [editing, setEditing] = useState<CannedReply | 'new' | null>(null)
  const replies = session.replies.list.value
  const teams = session.desk.board.value?.teams ?? []
  const close = () => {
    setEditing(null)
    void session.replies.load()
  }
  const whose = (reply: CannedReply) =>
    typeof reply.whose === 'string'
      ? words.settings.whoseNames[reply.whose]
      : words.settings.forTeam(teams.find((team) => typeof reply.whose !== 'string' && team.id === reply.whose.team)?.name ?? '')
  return (
    <>
      <header class="page-head">
        <h2>{words.settings.pages.replies}</h2>
        <button type="button" class="button primary" onClick={() => setEditing('new')}>
          {words.settings.newReply}
        </button>
      </header>
      {replies.length === 0 && <p class="empty">{words.settings.nothing}</p>}
      {replies.length > 0 && (
        <div class="table-room">
          <table>
            <thead>
              <tr>
                <th>{words.settings.name}</th>
                <th class="grow">{words.settings.text}</th>
                <th>{words.settings.whose}</th>
              </tr>
            </thead>
            <tbody>
              {replies.map((reply) => (
                <tr key={reply.id}>
                  <td>
                    <button type="button" class="link" onClick={() => setEditing(reply)}>
                      {reply.name}
                    </button>
                  </td>
                  <td class="grow">{reply.text}</td>
                  <td>{whose(reply)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && <ReplyDialog session={session} reply={editing === 'new' ? null : editing} onClose={close} />}
    </>
  )
}
