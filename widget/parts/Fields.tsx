import { Fragment } from 'preact'
import type { LookField } from '../../shared/look.ts'
import { words } from '../words.ts'
import type { Wrong } from './useWrong.tsx'

interface FieldsProps {
  wrong: Wrong
  fields: readonly LookField[]
  answers: Record<string, string>
  answer(field: string, given: string): void
}

/** What this desk asks besides: a line each, or one of a few. */
export function Fields({ wrong, fields, answers, answer }: FieldsProps) {
  return fields.map(({ id, label, required, choices }) => {
    const given = { ...wrong.at(id), value: answers[id] ?? '', required }
    return (
      <Fragment key={id}>
        <label htmlFor={id}>
          {required ? label : words.ask.ifAny(label)}
          {choices.length > 0 ? (
            <select {...given} onChange={(event) => answer(id, event.currentTarget.value)}>
              <option value="" />
              {choices.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          ) : (
            <input {...given} maxLength={120} onInput={(event) => answer(id, event.currentTarget.value)} />
          )}
        </label>
        {wrong.said(id)}
      </Fragment>
    )
  })
}
