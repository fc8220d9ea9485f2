import { useEffect } from 'preact/hooks'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { ChatTimeline } from './ChatTimeline.tsx'

/** An earlier conversation, to be read beside the one that goes on. */
export function Earlier({ id, session }: { id: string; session: Session }) {
  const { chats } = session
  useEffect(() => chats.watch(id), [chats, id])
  const chat = chats.open.value.get(id)
  const state = chat?.state.value
  if (chat?.refused.value) return <p>{words.chats.gone}</p>
  if (!chat || !state) return <p role="status">{words.shell.loading}</p>
  return <ChatTimeline id={id} chat={chat} session={session} requester={state.requester} />
}
