import { Check, Copy } from 'lucide-preact'
import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { CareFields } from './CareFields.tsx'
import { UnverifiedMark } from './marks.tsx'

/** Who asks, and how sure that is. */
export function PersonCard({ chat, session }: { chat: AgentChat; session: Session }) {
  const requester = chat.requester.value
  if (!requester) return null
  const isHere = chat.requesterHere.value === true
  return (
    <section class="card person" aria-label={words.tickets.requester}>
      <p class="person-head">
        <Avatar name={requester.name} isHere={isHere} />
        <b>{requester.name}</b>
        {!requester.verified && <UnverifiedMark />}
      </p>
      <dl class="facts">
        <dt>{words.tickets.name}</dt>
        <dd>
          <Copied text={requester.name} />
        </dd>
        <dt>{words.tickets.email}</dt>
        <dd>{requester.email ? <Copied text={requester.email} /> : words.tickets.noEmail}</dd>
        <dt>{words.tickets.identity}</dt>
        <dd>{requester.verified ? words.tickets.verified : words.tickets.unverified}</dd>
        <dt>{words.tickets.presence}</dt>
        <dd>{isHere ? words.chats.present : words.chats.notPresent}</dd>
      </dl>
      {session.me.role !== 'agent' && <CareFields key={requester.id} requester={requester} session={session} />}
    </section>
  )
}

/** Something that is copied by a click. On pages without TLS the browser has no clipboard for us, and it is plain text. */
function Copied({ text }: { text: string }) {
  const [done, setDone] = useState(false)
  if (!navigator.clipboard) return <>{text}</>
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setDone(true),
      () => setDone(false),
    )
  return (
    <button type="button" class="copied" title={words.settings.copy} onClick={copy}>
      <span>
        {text.split(/(?<=@)/).map((part) => (
          <Fragment key={part}>
            {part}
            <wbr />
          </Fragment>
        ))}
      </span>
      {done ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      <span class="sr-only" role="status">
        {done ? words.settings.copied : ''}
      </span>
    </button>
  )
}
