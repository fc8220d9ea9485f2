import { MessageSquareQuote } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import { needsWords, usualClosing } from '../../shared/closing.ts'
import type { WrapUpSuggestion } from '../../shared/protocol/ticket.ts'
import type { Code } from '../../shared/ticket.ts'
import { stepLine } from '../models/recap.ts'
import type { Session } from '../models/session.ts'
import { chooseCode, createWrapUp, fillIn, lastSaid, nextAfter } from '../models/wrap-up.ts'
import { go } from '../router.ts'
import { words } from '../words.ts'
import { CategoryChooser } from './CategoryChooser.tsx'
import { Field } from './Field.tsx'
import { FormFoot } from './FormFoot.tsx'
import { keyName } from './Keys.tsx'
import { OutcomeField } from './OutcomeField.tsx'
import { TicketChooser } from './TicketChooser.tsx'
import { WrapUpFacts } from './WrapUpFacts.tsx'

/** How it ended. It begins with what is known already and asks for the rest; it may wait, and stays on the list until it is done. */
export function WrapUp({ chat, session, onLater }: { chat: AgentChat; session: Session; onLater: () => void }) {
  const id = chat.state.value?.id ?? ''
  const goOn = useRef(false)
  const rules = useRef(usualClosing)
  const [form] = useState(() =>
    createWrapUp(
      chat,
      session,
      () => rules.current,
      () => go({ at: 'chats', conversation: goOn.current ? nextAfter(session, id) : id }),
    ),
  )
  const [suggestion, setSuggestion] = useState<WrapUpSuggestion | null>(null)
  const place = useRef<HTMLFormElement>(null)
  const { code, resolution, duplicateOf } = form.values.value
  const errors = form.errors.value
  const steps = chat.state.value?.ticket.steps ?? []
  const last = lastSaid(chat, session.me.id)
  const asked = useRef<Promise<void>>(Promise.resolve())
  const isTaken = resolution !== '' && resolution === suggestion?.resolution?.text

  useEffect(() => {
    let wanted = true
    asked.current = session.connection.ask('ticket:suggest', { conversation: id }).then(
      (answer) => {
        if (!wanted) return
        rules.current = answer.rules
        setSuggestion(answer)
        fillIn(form, answer, chat.state.peek()?.ticket.subject ?? '')
      },
      // Without it, the form is filled in by hand.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [session, chat, id, form])
  // The button that ended the chat is gone, and took the focus along.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.querySelector('select')?.focus()
  }, [])

  // Whoever is quicker than the desk need not wait for what it fills in.
  const submit = async (next: boolean) => {
    if (form.state.peek() === 'busy') return
    goOn.current = next
    await asked.current
    place.current?.requestSubmit()
  }
  const exit = (wanted: Code) => {
    chooseCode(form, wanted, suggestion)
    if (wanted === 'no-answer') place.current?.querySelector<HTMLElement>('.resolve-next')?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const withControl = event.ctrlKey || event.metaKey
    // The key that opened this may still be down.
    if (event.key === 'Enter' && withControl) event.repeat || void submit(event.shiftKey)
    else if (event.altKey && !withControl && event.code === 'KeyQ') exit('no-answer')
    else if (event.altKey && !withControl && event.code === 'KeyU') exit('duplicate')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <form
      class="wrap-up"
      ref={place}
      noValidate
      aria-label={words.chats.wrapUpTitle}
      onKeyDown={press}
      onSubmit={(event) => void form.submit(event)}
    >
      <header>
        <h3>{words.chats.wrapUpTitle}</h3>
        <button type="button" class="small" aria-keyshortcuts="Alt+Q" onClick={() => exit('no-answer')}>
          {words.wrapUp.noAnswer} <kbd>Alt Q</kbd>
        </button>
        <button type="button" class="small" aria-keyshortcuts="Alt+U" onClick={() => exit('duplicate')}>
          {words.wrapUp.duplicate} <kbd>Alt U</kbd>
        </button>
      </header>
      <WrapUpFacts form={form} session={session} suggested={suggestion?.category ?? null} />
      {steps.length > 0 && (
        <details class="wrap-up-steps">
          <summary>{words.wrapUp.steps(steps.length)}</summary>
          <ol>
            {steps.map((step, place) => (
              <li key={`${place} ${step.what}`}>{stepLine(step)}</li>
            ))}
          </ol>
        </details>
      )}
      <div class="wrap-up-asks">
        <OutcomeField
          value={code}
          hint={suggestion?.code && suggestion.code.is === code ? words.wrapUp.suggestedCode[suggestion.code.why] : undefined}
          error={errors.code}
          onChoose={(chosen) => chooseCode(form, chosen, suggestion)}
        />
        {needsWords(code) && form.values.value.category === null && session.categories.open.value.length > 0 && (
          <Field label={words.tickets.category} error={errors.category}>
            {(ids) => <CategoryChooser session={session} ids={ids} chosen={null} onChoose={(category) => form.set({ category })} />}
          </Field>
        )}
      </div>
      {code === 'duplicate' && (
        <Field label={words.wrapUp.duplicateOf} error={errors.duplicateOf}>
          {(ids) => (
            <TicketChooser
              session={session}
              ids={ids}
              except={id}
              begin={suggestion?.similar ?? []}
              chosen={duplicateOf}
              onChoose={(ticket) => form.set({ duplicateOf: ticket })}
              eager
            />
          )}
        </Field>
      )}
      <Field
        label={words.chats.resolution}
        hint={isTaken ? words.wrapUp.takenOver : last && !resolution ? <LastSaidHint /> : words.chats.resolutionHint}
        error={errors.resolution}
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={4000}
            value={resolution}
            // Written over by the first key, as long as it is not one's own.
            onFocus={({ currentTarget }) => isTaken && currentTarget.select()}
            onInput={(event) => form.set({ resolution: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || resolution || !last) return
              event.preventDefault()
              form.set({ resolution: last })
            }}
          />
        )}
      </Field>
      {last && !resolution && (
        <button type="button" class="last-said" onClick={() => form.set({ resolution: last })}>
          <MessageSquareQuote aria-hidden="true" />
          <b>{words.wrapUp.useLastSaid}</b>
          <span>{last.slice(0, 200)}</span>
        </button>
      )}
      <FormFoot form={form} label={words.chats.resolve} keys="Ctrl+Enter">
        <button type="button" class="button" onClick={onLater}>
          {words.chats.skip}
        </button>
        <button type="button" class="button resolve-next" aria-keyshortcuts="Control+Shift+Enter" onClick={() => void submit(true)}>
          {words.wrapUp.resolveNext}{' '}
          <span aria-hidden="true">
            <kbd>{keyName('Ctrl+Shift+Enter')}</kbd>
          </span>
        </button>
      </FormFoot>
    </form>
  )
}

function LastSaidHint() {
  return (
    <>
      <span class="key">{words.wrapUp.lastSaidKey} </span>
      {words.wrapUp.lastSaidHint}
    </>
  )
}
