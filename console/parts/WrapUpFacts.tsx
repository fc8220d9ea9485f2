import { Pencil } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { WrapUpSuggestion } from '../../shared/protocol/ticket.ts'
import type { Form } from '../models/form.ts'
import type { Session } from '../models/session.ts'
import type { WrapUpValues } from '../models/wrap-up.ts'
import { words } from '../words.ts'
import { CategoryChooser } from './CategoryChooser.tsx'
import { Field } from './Field.tsx'
import { LongLine } from './LongLine.tsx'

interface WrapUpFactsProps {
  form: Form<WrapUpValues>
  session: Session
  suggested: WrapUpSuggestion['category']
}

/** What is filled in already, in one line, and in fields for whoever wants it otherwise. */
export function WrapUpFacts({ form, session, suggested }: WrapUpFactsProps) {
  const [isChanging, setChanging] = useState(false)
  const { subject, category, minutes } = form.values.value
  const errors = form.errors.value
  if (!isChanging && !errors.subject && !errors.minutes) {
    const path = session.categories.find(category)?.path
    const isSuggested = suggested !== null && suggested.id === category
    return (
      <p class="wrap-up-facts">
        <b>{subject}</b>
        {path && (
          <span>
            {path} {isSuggested && <small>{words.wrapUp.suggested[suggested.why]}</small>}
          </span>
        )}
        {minutes !== null && <span class="num">{words.wrapUp.spent(minutes)}</span>}
        <button type="button" class="small" onClick={() => setChanging(true)}>
          <Pencil aria-hidden="true" /> {words.wrapUp.change}
        </button>
      </p>
    )
  }
  return (
    <div class="wrap-up-changes">
      <Field label={words.tickets.subject} error={errors.subject}>
        {(ids) => <LongLine ids={ids} value={subject} max={200} onWrite={(written) => form.set({ subject: written })} />}
      </Field>
      {category !== null && (
        <Field label={words.tickets.category}>
          {(ids) => <CategoryChooser session={session} ids={ids} chosen={category} onChoose={(chosen) => form.set({ category: chosen })} />}
        </Field>
      )}
      <Field label={words.wrapUp.minutes} error={errors.minutes}>
        {(ids) => (
          <input
            {...ids}
            type="number"
            inputMode="numeric"
            min={1}
            max={1440}
            value={minutes ?? ''}
            onInput={({ currentTarget: { value } }) => form.set({ minutes: value === '' ? null : Number(value) })}
          />
        )}
      </Field>
    </div>
  )
}
