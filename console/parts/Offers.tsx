import { BellRing, CornerDownLeft, VolumeX } from 'lucide-preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Ringing } from '../../shared/protocol/line.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { nameAtDesk } from '../models/names.ts'
import { tellRinging } from '../models/ringing-why.ts'
import type { Session } from '../models/session.ts'
import { isOneOf } from '../models/shortcuts.ts'
import { go } from '../router.ts'
import { words } from '../words.ts'
import { keysOf } from './Keys.tsx'
import { PriorityMark, UnverifiedMark } from './marks.tsx'
import { Wait } from './Wait.tsx'

/** What rings. It stops at once when it is taken or gone. */
export function Offers({ session }: { session: Session }) {
  const { offers } = session.desk
  const [first] = offers.value
  return (
    <div class={first ? 'offers-place rings' : 'offers-place'}>
      <p class="sr-only" role="alert">
        {first && words.chats.offerSpoken(first.conversation.requester.name, first.conversation.subject)}
      </p>
      {offers.value.length > 0 && (
        <section class="offers" aria-label={words.chats.offers}>
          <SoundLocked session={session} />
          {offers.value.map((ringing) => (
            <Offer key={ringing.offer} ringing={ringing} isFirst={ringing === first} session={session} />
          ))}
        </section>
      )}
    </div>
  )
}

/** It rings, and nobody hears it: browsers wait for a click. */
function SoundLocked({ session: { bell } }: { session: Session }) {
  if (!bell.wanted.value || bell.unlocked.value) return null
  return (
    <button type="button" class="sound-locked" onClick={bell.unlock}>
      <VolumeX aria-hidden="true" />
      {words.chats.soundLocked}
    </button>
  )
}

interface OfferProps {
  ringing: Ringing
  isFirst: boolean
  session: Session
}

/** The first is told in full and hears the keys; those behind it are one line each, until it is their turn. */
function Offer({ ringing, isFirst, session: { desk, clock } }: OfferProps) {
  const { conversation, until } = ringing
  const left = Math.max(0, Math.round((Date.parse(until) - clock.now.value) / 1000))
  const [declining, setDeclining] = useState(false)
  const [busy, setBusy] = useState(false)
  const [whole] = useState(() => Math.max(1, left))
  const button = useRef<HTMLButtonElement>(null)

  // Whoever is writing keeps the focus; whoever is not can press Enter at once.
  useEffect(() => {
    const isFree = document.activeElement === document.body || document.activeElement === null
    if (isFirst && isFree) button.current?.focus()
  }, [])

  const accept = async () => {
    if (busy) return
    setBusy(true)
    const id = await desk.accept(ringing)
    setBusy(false)
    if (id) go({ at: 'chats', conversation: id })
  }

  const press = (event: KeyboardEvent) => {
    if (!isFirst || declining || !isOneOf(keysOf('decline'), event)) return
    event.preventDefault()
    setDeclining(true)
  }

  const { name } = conversation.requester
  const topic = desk.topics.value.get(conversation.topic ?? '')
  const isPressing = conversation.priority <= 2
  // Whoever says why not is not pushed into a line because another offer has come.
  const isWhole = isFirst || declining
  const what = isWhole ? conversation.subject : (topic ?? conversation.subject)
  const title = `offer-${ringing.offer}`
  return (
    <article class={isWhole ? 'offer' : 'offer brief'} aria-labelledby={title} onKeyDown={press}>
      {isWhole && <Head id={title} left={left} whole={whole} />}
      <p class="who" id={isWhole ? undefined : title}>
        {(isWhole || isPressing) && <PriorityMark priority={conversation.priority} />} <b>{name}</b>{' '}
        {isWhole && !conversation.requester.verified && <UnverifiedMark />}
      </p>
      <p class="what" title={conversation.subject}>
        {what}
      </p>
      {isWhole ? <Details ringing={ringing} desk={desk} clock={clock} /> : <p class="num">{words.chats.seconds(left)}</p>}
      {declining ? (
        <DeclineForm
          reasons={desk.board.value?.teams.find(({ id }) => id === conversation.team)?.declineReasons ?? []}
          onDecline={(reason) => void desk.decline(ringing, reason)}
          onCancel={() => setDeclining(false)}
        />
      ) : (
        <div class="buttons">
          {isFirst && (
            <button type="button" class="button" onClick={() => setDeclining(true)}>
              {words.chats.decline}
            </button>
          )}
          <button
            type="button"
            class={isFirst ? 'button primary' : 'small'}
            ref={button}
            aria-label={isFirst ? undefined : words.chats.acceptOf(name)}
            aria-disabled={busy}
            onClick={() => void accept()}
          >
            {words.chats.accept}
            {isFirst && <CornerDownLeft class="key" aria-hidden="true" />}
          </button>
        </div>
      )}
    </article>
  )
}

function Head({ id, left, whole }: { id: string; left: number; whole: number }) {
  return (
    <header>
      <h2 id={id}>
        <BellRing aria-hidden="true" />
        {words.chats.offerTitle}
        <span class="num">{words.chats.secondsLeft(left)}</span>
      </h2>
      <progress class="ring-left" max={whole} value={Math.min(whole, left)} aria-hidden="true" />
    </header>
  )
}

/** Which ticket it is, how long somebody waits, and why it rings here. */
function Details({ ringing: { conversation, why, by }, desk, clock }: { ringing: Ringing } & Pick<Session, 'desk' | 'clock'>) {
  return (
    <div class="details">
      <p class="row">
        <span class="id">{ticketLabel(conversation.number)}</span>
        {conversation.waitingSince && <Wait since={conversation.waitingSince} clock={clock} meaning={words.chats.waitsForSomebody} />}
      </p>
      <p class="why">{by === undefined ? `${words.chats.whyYou}: ${tellRinging(why)}` : asksHelp(desk, by)}</p>
    </div>
  )
}

/** It is somebody else's chat: he asks for help in it. */
const asksHelp = (desk: Session['desk'], by: string | null) =>
  `${by ? `${words.escalation.rings(nameAtDesk(desk, by))}. ` : ''}${words.escalation.ringsBecause}`

interface DeclineFormProps {
  /** Those of the team, which wants to know why; with none, nobody need say. */
  reasons: readonly string[]
  onDecline: (reason: string) => void
  onCancel: () => void
}

function DeclineForm({ reasons, onDecline, onCancel }: DeclineFormProps) {
  const [reason, setReason] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus(), [])
  return (
    <form
      class="decline"
      onSubmit={(event) => {
        event.preventDefault()
        onDecline(reason)
      }}
    >
      <label for="decline-reason">{words.chats.declineReason}</label>
      <input
        id="decline-reason"
        ref={input}
        list="decline-reasons"
        maxLength={200}
        required={reasons.length > 0}
        value={reason}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <datalist id="decline-reasons">
        {(reasons.length > 0 ? reasons : words.chats.declineReasons).map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <div class="buttons">
        <button type="button" class="button" onClick={onCancel}>
          {words.shell.cancel}
        </button>
        <button type="submit" class="button primary">
          {words.chats.declineSend}
        </button>
      </div>
    </form>
  )
}
