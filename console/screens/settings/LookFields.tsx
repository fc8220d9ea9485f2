import { Plus, Trash2 } from 'lucide-preact'
import { words as laterWords } from '../../later-words.ts'
import { newField, type WrittenField, wrongField } from '../../models/look.ts'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import type { LookPartProps } from './LookTexts.tsx'

const emails = ['required', 'optional', 'none'] as const
const most = 3

/** What requesters are asked before the chat: as little as possible. */
export function LookFields({ written: { email, fields }, errors, set }: LookPartProps) {
  const change = (id: string, what: Partial<WrittenField>) =>
    set({ fields: fields.map((field) => (field.id === id ? { ...field, ...what } : field)) })
  return (
    <fieldset class="group">
      <legend>{laterWords.look.fields}</legend>
      <p class="hint">{laterWords.look.fieldsHint}</p>
      <Choice
        label={laterWords.look.email}
        value={email}
        words={laterWords.look.emails}
        from={emails}
        choose={(chosen) => set({ email: chosen })}
      />
      {fields.map((field, place) => (
        <OneField
          key={field.id}
          field={field}
          place={place + 1}
          error={errors.fields ? wrongField(field) : null}
          change={(what) => change(field.id, what)}
          remove={() => set({ fields: fields.filter(({ id }) => id !== field.id) })}
        />
      ))}
      {fields.length < most && (
        <button type="button" class="button" onClick={() => set({ fields: [...fields, newField()] })}>
          <Plus aria-hidden="true" />
          {laterWords.look.addField}
        </button>
      )}
    </fieldset>
  )
}

interface OneFieldProps {
  field: WrittenField
  place: number
  error: string | null
  change: (what: Partial<WrittenField>) => void
  remove: () => void
}

function OneField({ field, place, error, change, remove }: OneFieldProps) {
  return (
    <fieldset class="panel look-field" aria-label={laterWords.look.fieldNumber(place)}>
      <Field label={laterWords.look.label} hint={laterWords.look.labelHint} error={error}>
        {(ids) => (
          <input {...ids} maxLength={60} value={field.label} onInput={({ currentTarget }) => change({ label: currentTarget.value })} />
        )}
      </Field>
      <Field label={laterWords.look.choices} hint={laterWords.look.choicesHint}>
        {(ids) => (
          <textarea {...ids} rows={3} value={field.choices} onInput={({ currentTarget }) => change({ choices: currentTarget.value })} />
        )}
      </Field>
      <div class="choices">
        <label>
          <input type="checkbox" checked={field.required} onChange={({ currentTarget }) => change({ required: currentTarget.checked })} />
          {laterWords.look.required}
        </label>
        <button type="button" class="small" onClick={remove}>
          <Trash2 aria-hidden="true" />
          {laterWords.look.removeField(field.label || String(place))}
        </button>
      </div>
    </fieldset>
  )
}
