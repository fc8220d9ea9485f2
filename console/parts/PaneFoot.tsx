import { useEffect, useMemo, useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import type { Conversation } from '../../shared/conversation.ts'
import { useLater } from '../../shared/ui/later.ts'
import { isRunning } from '../models/board.ts'
import type { Possible } from '../models/conversation-rights.ts'
import { nameIn } from '../models/names.ts'
import { takeThis } from '../models/take.ts'
import { words } from '../words.ts'
import { loadArticles } from './articles.ts'
import type { PaneProps } from './ChatPane.tsx'
import { WrapUp } from './WrapUp.tsx'
import { Writing } from './Writing.tsx'

/** The place to write; or, when the chat is over or about to be, what is left to do. */
export function PaneFoot({ id, chat, session, state, can }: PaneProps & { state: Conversation; can: Possible }) {
  const [later, setLater] = useState(false)
  const { chats, notices, desk } = session
  const owner = state.agent ? nameIn(chat, desk)(state.agent) : null
  const isOpen = can.end || can.wrapUp
  const isResolving = chats.resolving.value === id && isOpen
  // Done: if it is reopened, it begins with the chat.
  useEffect(() => {
    if (!isOpen && chats.resolving.peek() === id) chats.resolve(null)
  }, [isOpen, id, chats])
  const isDone = state.ticket.status === 'resolved' || state.ticket.status === 'closed'
  const articles = useLater(loadArticles, isDone)
  useEffect(() => {
    if (isDone) session.wrapUps.of(id).write({})
  }, [isDone, id, session])
  const wrapsUp = isResolving || (can.wrapUp && !later)
  const ending = useMemo(() => endingFirst(chat), [chat])
  const reopen = () => {
    setLater(false)
    chat.act({ kind: 'reopen' }).catch(notices.refused)
  }
  const leave = () => {
    setLater(true)
    chats.resolve(null)
    chats.summon(id)
  }
  return (
    <footer class="pane-foot">
      {wrapsUp && <WrapUp key={id} chat={ending} session={session} onLater={leave} />}
      {state.status === 'ended' && !wrapsUp && (
        <p class="over">
          {words.chats.ended}
          {can.wrapUp && (
            <button type="button" class="button primary" onClick={() => setLater(false)}>
              {words.chats.wrapUpTitle}
            </button>
          )}
          {isDone && articles && <articles.DraftButtons session={session} />}
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
      {!wrapsUp && <Writing id={id} chat={chat} session={session} canReply={can.reply} />}
    </footer>
  )
}

/** Whoever wraps up a chat that still goes on ends it with that, and not before. */
function endingFirst(chat: AgentChat): AgentChat {
  return {
    ...chat,
    async act(act) {
      const state = chat.state.peek()
      if (state && isRunning(state)) await chat.act({ kind: 'end' })
      return chat.act(act)
    },
  }
}
