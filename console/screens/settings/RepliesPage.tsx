import { Plus, Search } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { CannedReply } from '../../../shared/protocol/admin.ts'
import { found } from '../../models/replies.ts'
import type { Session } from '../../models/session.ts'
import { words } from '../../words.ts'
import { ReplyDialog } from './ReplyDialog.tsx'

/** Texts that agents keep ready: their own, their team's and everyone's. */
export function RepliesPage({ session }: { session: Session }) {
  const [editing, setEditing] = useState<CannedReply | 'new' | null>(null)
  const [wanted, setWanted] = useState('')
  const all = session.replies.list.value
  const replies = found(all, wanted)
  const close = () => {
    setEditing(null)
    void session.replies.load()
  }
  return (
    <>
      <header class="page-head">
        <h2>{words.settings.pages.replies}</h2>
        <button type="button" class="button primary" onClick={() => setEditing('new')}>
          <Plus aria-hidden="true" />
          {words.settings.newReply}
        </button>
      </header>
      <p class="hint">{words.settings.repliesHint}</p>
      {all.length > 0 && (
        <search class="find">
          <Search aria-hidden="true" />
          <input
            type="search"
            aria-label={words.settings.findReply}
            placeholder={words.settings.findReply}
            value={wanted}
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
        </search>
      )}
      {session.replies.loaded.value && all.length === 0 && <p class="empty">{words.settings.noReplies}</p>}
      {all.length > 0 && (
        <p class="count" role="status">
          {wanted ? words.settings.repliesFound(replies.length) : ''}
        </p>
      )}
      {replies.length > 0 && (
        <div class="table-room">
          <table class="stacks">
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
                  <td class="wrap">
                    {mayChange(session, reply) ? (
                      <button type="button" class="link" onClick={() => setEditing(reply)}>
                        {reply.name}
                      </button>
                    ) : (
                      reply.name
                    )}
                  </td>
                  <td class="grow clamp">
                    <span>{reply.text}</span>
                  </td>
                  <td class="wrap" data-label={words.settings.whose}>
                    {whose(session, reply)}
                  </td>
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

const mayChange = ({ me }: Session, { whose }: CannedReply) => whose === 'mine' || me.role !== 'agent'

function whose({ desk }: Session, { whose }: CannedReply) {
  if (typeof whose === 'string') return words.settings.whoseNames[whose]
  return words.settings.forTeam(desk.board.value?.teams.find(({ id }) => id === whose.team)?.name ?? '')
}
