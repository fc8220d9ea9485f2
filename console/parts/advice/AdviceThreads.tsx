import { CircleQuestionMark } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Advice } from '../../../shared/advice.ts'
import type { AgentChat } from '../../../shared/client/chat.ts'
import type { Conversation } from '../../../shared/conversation.ts'
import { LinkedText } from '../../../shared/ui/LinkedText.tsx'
import { momentFrom } from '../../../shared/ui/times.ts'
import { words } from '../../later-words.ts'
import { createForm } from '../../models/form.ts'
import { nameIn } from '../../models/names.ts'
import type { Session } from '../../models/session.ts'
import { advising, newsOf } from '../../models/together.ts'
import { Keys } from '../Keys.tsx'

interface AdviceProps {
  id: string
  chat: AgentChat
  session: Session
  state: Conversation
}

/** What colleagues were asked, beside the timeline, and what they said. */
export function AdviceThreads({ id, chat, session, state }: AdviceProps) {
  const threads = state.advice ?? []
  const ask = () => {
    advising.value = id
  }
  return (
    <section class="advice" aria-label={words.together.advice}>
      {threads.map((thread) => (
        <Thread key={thread.id} thread={thread} id={id} chat={chat} session={session} />
      ))}
      <button type="button" class="button" aria-keyshortcuts="Alt+V" onClick={ask}>
        <CircleQuestionMark aria-hidden="true" />
        {words.together.ask}
        <Keys of="advice" />
      </button>
    </section>
  )
}

function Thread({ thread, id, chat, session }: Omit<AdviceProps, 'state'> & { thread: Advice }) {
  const { me, desk, clock } = session
  const nameOf = nameIn(chat, desk)
  const said = chat.entries.value.flatMap((entry) => (entry.kind === 'noted' && entry.advice === thread.id ? [entry] : []))
  const isUnread = newsOf(session).unseen.value.some(
    ({ conversation, seq, lane }) => conversation === id && lane === 'internal' && said.some((entry) => entry.seq === seq),
  )
  const partner = thread.by === me.id ? thread.of : thread.by
  return (
    <article class="thread" aria-label={words.together.threadOf(nameOf(thread.by), nameOf(thread.of))}>
      <h3>
        {words.together.threadOf(nameOf(thread.by), nameOf(thread.of))}
        {isUnread && <span class="badge p2">{words.together.unread}</span>}
        <span class="badge">{thread.answered ? words.together.answered : words.together.open}</span>
      </h3>
      {said.length === 0 && chat.more.value && (
        <button type="button" class="link" onClick={() => void chat.older()}>
          {words.together.earlier}
        </button>
      )}
      <ol>
        {said.map((entry) => (
          <li key={entry.seq}>
            <b>{nameOf(entry.by)}</b> <LinkedText text={entry.body?.text ?? ''} />
            <time class="num" dateTime={entry.at}>
              {momentFrom(entry.at, clock.now.value)}
            </time>
          </li>
        ))}
      </ol>
      <Answer thread={thread} chat={chat} session={session} to={nameOf(partner)} />
    </article>
  )
}

function Answer({ thread, chat, session, to }: { thread: Advice; chat: AgentChat; session: Session; to: string }) {
  const [form] = useState(() =>
    createForm(
      { text: '' },
      {
        unsaved: session.unsaved.of(`advise:${thread.id}`),
        check: () => ({}),
        save: async ({ text }) => {
          if (!text.trim()) return
          await chat.act({ kind: 'advise', advice: thread.id, text: text.trim() })
          form.set({ text: '' })
        },
      },
    ),
  )
  const { text } = form.values.value
  const send = (event?: Event) =>
    form.submit(event).then(() => form.refusal.peek() && session.notices.tell(form.refusal.peek() ?? '', 'bad'))
  return (
    <form class="field" onSubmit={(event) => void send(event)}>
      <textarea
        rows={1}
        maxLength={2000}
        aria-label={words.together.answerLabel(to)}
        placeholder={words.together.answerLabel(to)}
        value={text}
        onInput={(event) => form.set({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          void send()
        }}
      />
      {text.trim() && (
        <button type="submit" class="small">
          {words.together.answer}
        </button>
      )}
    </form>
  )
}
