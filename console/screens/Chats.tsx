import { computed, useComputed } from '@preact/signals'
import { Search, X } from 'lucide-preact'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import { Kept } from '../../shared/ui/Kept.ts'
import type { Session } from '../models/session.ts'
import { About } from '../parts/About.tsx'
import { Availability } from '../parts/Availability.tsx'
import { ChatPane } from '../parts/ChatPane.tsx'
import { Keys } from '../parts/Keys.tsx'
import { MyChats } from '../parts/MyChats.tsx'
import { useAfterPaint } from '../parts/useAfterPaint.ts'
import { WaitingLine } from '../parts/WaitingLine.tsx'
import { words } from '../words.ts'

/** The place where an agent spends the day: his chats and the line at the left, up to three chats open, and what they are about. */
export function Chats({ session, conversation }: { session: Session; conversation: string | null }) {
  const { chats, desk } = session

  // Before anything is painted: the chat is shown in the same moment as the row that leads to it.
  useLayoutEffect(() => {
    if (conversation) chats.show(conversation)
    else for (const id of chats.panes.peek()) chats.hide(id)
  }, [conversation, chats])

  const panes = chats.panes.value
  const about = useAfterPaint(chats.focus.value)
  const chat = about ? chats.open.value.get(about) : undefined
  const isKnown = useMemo(() => computed(() => Boolean(chat?.state.value)), [chat]).value
  const frame = ['chats', panes.length > 0 && 'has-open', isKnown && 'with-about'].filter(Boolean).join(' ')
  return (
    <main class={frame} id={panes.length > 0 ? undefined : 'content'} tabIndex={-1}>
      <h1 class="sr-only">{words.shell.chats}</h1>
      <section class="inbox" aria-label={words.chats.lists}>
        <div class="inbox-body">
          <header>
            <b aria-hidden="true">{words.shell.chats}</b>
            <Availability desk={desk} />
          </header>
          <button type="button" class="find-anything" aria-keyshortcuts="Control+K" onClick={() => session.overlay.open('palette')}>
            <Search aria-hidden="true" />
            {words.chats.find}
            <Keys of="palette" />
          </button>
          {desk.missed.value && (
            <p class="said warn" role="alert">
              {words.chats.missedTwo}
              <button type="button" class="icon-button" aria-label={words.shell.dismiss} onClick={() => dismiss(session)}>
                <X aria-hidden="true" />
              </button>
            </p>
          )}
          <div class="scroll">
            <Kept given={[session]} draw={() => <Lists session={session} />} />
          </div>
        </div>
      </section>
      <div class={`panes of-${panes.length}`} id={panes.length > 0 ? 'content' : undefined} tabIndex={-1}>
        {panes.length === 0 && <NothingOpen desk={desk} />}
        {panes.map((id) => {
          const open = chats.open.value.get(id)
          return open && <ChatPane key={id} id={id} chat={open} session={session} />
        })}
      </div>
      {about && chat && <About key={about} id={about} chat={chat} session={session} />}
    </main>
  )
}

/** Nothing is said of lists that have not come yet. */
function Lists({ session }: { session: Session }) {
  const isKnown = useComputed(() => session.desk.board.value !== null).value
  if (!isKnown) {
    return (
      <p class="empty" role="status">
        {words.shell.loading}
      </p>
    )
  }
  return (
    <>
      <MyChats session={session} />
      <WaitingLine session={session} />
    </>
  )
}

function NothingOpen({ desk }: Pick<Session, 'desk'>) {
  const isQuiet = [desk.mine, desk.toWrapUp, desk.waiting, desk.unrouted].every((list) => list.value.length === 0)
  return <p class="pick">{isQuiet ? words.chats.pickNone : words.chats.pick}</p>
}

const dismiss = ({ desk }: Session) => {
  desk.missed.value = false
}
