import { useEffect } from 'preact/hooks'
import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Unsent } from '../../shared/client/unsent.ts'
import type { LookField } from '../../shared/look.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import type { Answered, Visit } from '../models/visit.ts'
import { words as talk } from '../talk-words.ts'
import { words } from '../words.ts'

/** A conversation that is not there yet: on its way, refused, or gone. What was written is never lost. */
export function Opening({ visit, chat }: { visit: Visit; chat: RequesterChat }) {
  const opening = chat.outgoing.value.find(({ act }) => act.kind === 'open')
  if (opening?.refused) return <Refusal visit={visit} chat={chat} opening={opening} refused={opening.refused} />
  if (chat.refused.value) {
    return (
      <div class="place" role="alert">
        <p>{chat.refused.value === 'not-found' ? talk.gone : words.trouble(chat.refused.value)}</p>
        <button type="button" class="button" onClick={visit.goHome}>
          {words.back}
        </button>
      </div>
    )
  }
  return (
    <p class="hint centred" role="status">
      {opening ? words.opening : words.loading}
    </p>
  )
}

interface RefusalProps {
  visit: Visit
  chat: RequesterChat
  opening: Unsent
  refused: RefusalCode
}

function Refusal({ visit, chat, opening, refused }: RefusalProps) {
  const { act } = opening
  const answers = (act.kind === 'open' && act.answers) || []
  // What this page knew to ask was not all.
  const isAskedMore = refused === 'answers-needed'
  useEffect(() => {
    if (isAskedMore) visit.askDesk()
  }, [isAskedMore, visit])
  const needed = isAskedMore ? (visit.look.value?.fields ?? []).filter((field) => isNeeded(field, answers)) : []
  const other = visit.conversations.value?.find(({ status }) => status !== 'ended' && status !== 'unrouted')
  /** The text goes where its writer can go on with it, and so do the files. */
  const carry = (to: string) => {
    const isNew = to === 'new'
    visit.keepDraft(to, isNew ? act.text : [act.text, ...answers.map(({ label, text }) => `${label}: ${text}`)].join('\n'))
    if (isNew) for (const { field, text } of answers) visit.keepDraft(`answer:${field}`, text)
    if (isNew && act.kind === 'open') visit.keepDraft('topic', act.topic ?? '')
    letGo()
  }
  const letGo = () => {
    visit.chosen.value = chat.files.desk.peek()?.release() ?? []
    chat.discard(opening.id)
  }
  return (
    <div class="place" role="alert">
      <p>{words.trouble(refused)}</p>
      {needed.length > 0 ? <p>{talk.needed(needed.map(({ label }) => label).join(', '))}</p> : null}
      <blockquote>{act.text}</blockquote>
      <div class="row">
        {refused === 'already-open' && other ? (
          <button
            type="button"
            class="button primary"
            onClick={() => {
              carry(other.id)
              visit.open(other.id)
              attachChosen(visit)
            }}
          >
            {talk.otherIsOpen}
          </button>
        ) : null}
        {refused === 'desk-closed' && act.kind === 'open' ? (
          <button
            type="button"
            class="button primary"
            onClick={() => {
              letGo()
              visit.ask(act.topic, act.text, 'message', { answers, asIs: act.asIs })
            }}
          >
            {words.ask.instead.message}
          </button>
        ) : null}
        {isAskedMore ? null : (
          <button type="button" class="button" onClick={() => chat.again(opening.id)}>
            {talk.tryAgain}
          </button>
        )}
        <button
          type="button"
          class={isAskedMore ? 'button primary' : 'button'}
          onClick={() => {
            carry('new')
            visit.goHome()
          }}
        >
          {talk.editAgain}
        </button>
      </div>
    </div>
  )
}

/** Not answered, or with what is none of the choices now. */
const isNeeded = ({ id, required, choices }: LookField, answers: Answered) => {
  const text = answers.find(({ field }) => field === id)?.text
  return required && (!text || (choices.length > 0 && !choices.includes(text)))
}

/** What was chosen for a new request goes with the next message of the one that is open. */
function attachChosen({ chat, chosen }: Visit) {
  const files = chosen.peek()
  chosen.value = []
  if (files.length > 0)
    void chat
      .peek()
      ?.files.want()
      .then((desk) => desk.attach('public', files))
}
