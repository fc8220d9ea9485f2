import { TrendingUp, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Conversation } from '../../shared/conversation.ts'
import { useLater } from '../../shared/ui/later.ts'
import { possible } from '../models/conversation-rights.ts'
import { resolveHere } from '../models/deeds.ts'
import { words } from '../words.ts'
import type { PaneProps } from './ChatPane.tsx'
import { loadDialogs } from './dialogs.ts'
import { Keys } from './Keys.tsx'
import { type TabName, Tabs, tabPanel } from './Tabs.tsx'
import { TicketCard } from './TicketCard.tsx'
import { loadTogether } from './together.ts'

/** What a chat is about: its ticket, who asks, and what there was before; and the way to its end. */
export function About({ id, chat, session }: PaneProps) {
  const { chats } = session
  const [tab, setTab] = useState<TabName>('ticket')
  const dialogs = useLater(loadDialogs, tab !== 'ticket')
  const state = chat.state.value
  const together = useLater(loadTogether)
  if (!state) return null
  const isOpen = chats.about.value
  return (
    <section class={isOpen ? 'about open' : 'about'} aria-label={words.chats.about}>
      <header class="about-head">
        <Tabs shown={tab} show={setTab} />
        <button type="button" class="icon-button narrow-only" aria-label={words.shell.close} onClick={chats.closeAbout}>
          <X aria-hidden="true" />
        </button>
      </header>
      <div class="about-body" {...tabPanel(tab)}>
        {tab === 'ticket' && <TicketCard chat={chat} session={session} state={state} />}
        {tab === 'ticket' && together && <together.Beside key={id} id={id} chat={chat} session={session} />}
        {tab === 'person' && dialogs && <dialogs.PersonCard chat={chat} session={session} />}
        {tab === 'history' && dialogs && <dialogs.History key={state.requester} id={id} requester={state.requester} session={session} />}
      </div>
      <Foot session={session} id={id} state={state} />
    </section>
  )
}

function Foot({ session, id, state }: Pick<PaneProps, 'session' | 'id'> & { state: Conversation }) {
  const can = possible(session.me, state)
  if (!can.end || session.chats.resolving.value === id) return null
  const escalate = () => {
    session.chats.escalating.value = id
  }
  return (
    <footer class="about-foot">
      {can.escalate && (
        <button type="button" class="button" onClick={escalate}>
          <TrendingUp aria-hidden="true" />
          {words.escalation.act}
        </button>
      )}
      <button type="button" class="button primary" aria-keyshortcuts="Control+Enter" onClick={() => resolveHere(session)}>
        {words.chats.resolve}
        <Keys of="resolve" />
      </button>
    </footer>
  )
}
