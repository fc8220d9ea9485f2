import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import { useLater } from '../../shared/ui/later.ts'
import { possible } from '../models/conversation-rights.ts'
import { nameIn } from '../models/names.ts'
import { isPhone } from '../models/screen.ts'
import type { Session } from '../models/session.ts'
import { go, linkTo } from '../router.ts'
import { words } from '../words.ts'
import { ChatTimeline } from './ChatTimeline.tsx'
import { loadCalls } from './dialogs.ts'
import { PaneFoot } from './PaneFoot.tsx'
import { PaneHead } from './PaneHead.tsx'
import { PromiseBar } from './Promise.tsx'
import { loadTargets } from './targets.ts'

export interface PaneProps {
  id: string
  chat: AgentChat
  session: Session
}

/** One chat: who it is, everything that happened, and the place to write. */
export function ChatPane({ id, chat, session }: PaneProps) {
  const { chats, me, desk } = session
  const pane = useRef<HTMLElement>(null)
  const state = chat.state.value
  const refused = chat.refused.value
  const nameOf = useMemo(() => nameIn(chat, desk), [chat, desk])
  const isReady = state !== null
  const timed = useLater(loadTargets, desk.isTimed.value)
  const consents = useLater(loadCalls, Boolean(state?.consent))
  const summoned = chats.summoned.value === id

  useEffect(() => {
    if (!summoned || !isReady) return
    chats.summoned.value = null
    const place = pane.current?.querySelector<HTMLElement>('.pane-foot select') ?? pane.current?.querySelector('textarea')
    // On a phone the keyboard would cover what one came to read.
    if (!isPhone.peek()) place?.focus()
    else pane.current?.focus()
  }, [summoned, isReady, chats])

  if (refused) return <Gone />
  if (!state) {
    return (
      <p class="pick" role="status">
        {words.shell.loading}
      </p>
    )
  }
  const can = possible(me, state)
  const follow = () => {
    if (chats.focus.peek() === id) return
    chats.focus.value = id
    go({ at: 'chats', conversation: id })
  }
  return (
    <article
      ref={pane}
      class={chats.focus.value === id ? 'pane focus' : 'pane'}
      tabIndex={-1}
      aria-label={nameOf(state.requester)}
      onFocusIn={follow}
    >
      <div class="pane-body">
        <PaneHead id={id} chat={chat} session={session} state={state} can={can} />
        {timed && <timed.TargetBar session={session} state={state} />}
        {consents && state.consent && <consents.ConsentBar chat={chat} session={session} consent={state.consent} canSpeak={can.reply} />}
        <PromiseBar id={id} chat={chat} session={session} state={state} />
        <ChatTimeline id={id} chat={chat} session={session} requester={state.requester} />
        <PaneFoot id={id} chat={chat} session={session} state={state} can={can} />
      </div>
    </article>
  )
}

function Gone() {
  return (
    <div class="pick" role="alert">
      <p>{words.chats.gone}</p>
      <a class="button" href={linkTo({ at: 'chats', conversation: null })}>
        {words.chats.back}
      </a>
    </div>
  )
}
