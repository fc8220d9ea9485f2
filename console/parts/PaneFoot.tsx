import { useState } from 'preact/hooks'
import type { Conversation } from '../../shared/conversation.ts'
import type { Possible } from '../models/conversation-rights.ts'
import { nameIn } from '../models/names.ts'
import { takeThis } from '../models/take.ts'
import { words } from '../words.ts'
import type { PaneProps } from './ChatPane.tsx'
import { WrapUp } from './WrapUp.tsx'
import { Writing } from './Writing.tsx'

/** The place to write; or, when the chat is over, what is left to do. */
export function PaneFoot({ id, chat, session, state, can }: PaneProps & { state: Conversation; can: Possible }) {
  const [later, setLater] = useState(false)
  const { notices, desk } = session
  const owner = state.agent ? nameIn(chat, desk)(state.agent) : null
  const reopen = () => {
    setLater(false)
    chat.act({ kind: 'reopen' }).catch(notices.refused)
  }
  return (
    <footer class="pane-foot">
      {can.wrapUp && !later && <WrapUp key={id} chat={chat} session={session} onLater={() => setLater(true)} />}
      {state.status === 'ended' && (!can.wrapUp || later) && (
        <p class="over">
          {words.chats.ended}
          {can.wrapUp && (
            <button type="button" class="button primary" onClick={() => setLater(false)}>
              {words.chats.wrapUpTitle}
            </button>
          )}
          <button type="button" class="button" title={words.chats.reopenText} onClick={reopen}>
            {words.chats.reopen}
          </button>
        </p>
      )}
      {can.take && (
        <p class="over">
          {words.chats.notYours(null)}
          <button type="button" class="button primary" onClick={() => void takeThis(session, id)}>
            {words.chats.take}
          </button>
        </p>
      )}
      {!can.reply && !can.take && state.status !== 'ended' && <p class="over">{words.chats.notYours(owner)}</p>}
      {!(can.wrapUp && !later) && <Writing id={id} chat={chat} session={session} canReply={can.reply} />}
    </footer>
  )
}
