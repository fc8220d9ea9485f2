import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Act } from '../../shared/protocol.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { textOf } from '../../shared/ui/text.ts'
import { words as shared } from '../../shared/ui/words.ts'
import type { Visible } from '../../shared/visible.ts'
import { askBy } from '../models/asking.ts'
import { saveText } from '../models/save.ts'
import { standingOf } from '../models/standing.ts'
import { transcriptOf } from '../models/transcript.ts'
import { type Trouble, troubleOf, type Visit } from '../models/visit.ts'
import { words } from '../talk-words.ts'
import { Rating } from './Rating.tsx'
import { TooLate } from './TooLate.tsx'

interface EndedProps {
  visit: Visit
  chat: RequesterChat
  act(act: Act): void
  fail(trouble: Trouble): void
}

/** After the end: how it was, its number, and what may still be done. */
export function Ended({ visit, chat, act, fail }: EndedProps) {
  const state = chat.state.value
  if (!state) return null
  // It goes on elsewhere: there, and not here, it is reopened and rated.
  const survivor = visit.conversations.value?.find(({ id }) => id === state.mergedInto)
  const isResolved = state.ticketStatus === 'resolved' || state.ticketStatus === 'closed'
  const save = () => {
    const merged = (chat.merged.value ?? []).map((one) => one.conversation)
    Promise.all([state.id, ...merged].map((conversation) => askBy(visit, 'visit:transcript', { conversation })))
      .then(([own, ...others]) => {
        const earlier = others.map(({ entries }) => entries)
        saveText(transcriptOf(own?.entries ?? [], earlier))
      })
      .catch((error: unknown) => fail(troubleOf(error)))
  }
  const anew = () => {
    visit.keepDraft('new', visit.draft('new') || visit.draft(state.id) || state.subject)
    visit.goHome()
  }
  return (
    <section class="ended" aria-label={words.ended.title}>
      <TooLate visit={visit} chat={chat} />
      {state.ticketStatus === 'cancelled' || survivor ? null : (
        <Rating key={state.id} visit={visit} conversation={state.id} isRated={state.rated} rate={act} />
      )}
      <div class="card ticket">
        <p class="row">
          <span class="number">{ticketLabel(state.number)}</span>
          <span class={`status ${isResolved ? 'good' : 'quiet'}`}>
            {isResolved ? words.ended.resolved : words.requests[standingOf(state)]}
          </span>
        </p>
        <p class="hint">{textOf(state.resolution) || words.ended.stillOpen}</p>
      </div>
      <div class="row wrap">
        {survivor ? (
          <button type="button" class="button primary" onClick={() => visit.open(survivor.id)}>
            {shared.told.merged(ticketLabel(survivor.number))}
          </button>
        ) : mayReopen(state, visit.reopenDays.value) ? (
          <button type="button" class="button" onClick={() => act({ kind: 'reopen' })}>
            {words.ended.reopen}
          </button>
        ) : (
          <button type="button" class="button primary" onClick={anew}>
            {words.ended.anew}
          </button>
        )}
        <button type="button" class="button" onClick={save}>
          {words.ended.transcript}
        </button>
        <button type="button" class="button" onClick={visit.goHome}>
          {words.ended.another}
        </button>
      </div>
    </section>
  )
}

/** After that the server refuses; without an end of its own, it always does. */
const mayReopen = ({ status, endedAt }: Pick<Visible, 'status' | 'endedAt'>, days: number) =>
  status === 'ended' && (!endedAt || Date.now() - Date.parse(endedAt) <= days * 86_400_000)
