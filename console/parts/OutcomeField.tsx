import { type Code, codes } from '../../shared/ticket.ts'
import { words } from '../words.ts'
import { Field } from './Field.tsx'

interface OutcomeFieldProps {
  value: Code | ''
  error: string | null | undefined
  hint?: string | undefined
  /** What may be chosen; everything, unless said otherwise. */
  from?: readonly Code[]
  onChoose(code: Code | ''): void
}

/** How a ticket ended. */
export const OutcomeField = ({ value, error, hint, from = codes, onChoose }: OutcomeFieldProps) => (
  <Field label={words.chats.code} hint={hint} error={error}>
    {(ids) => (
      <select {...ids} value={value} onChange={({ currentTarget }) => onChoose(from.find((one) => one === currentTarget.value) ?? '')}>
        <option value="">{words.chats.chooseCode}</option>
        {from.map((one) => (
          <option key={one} value={one}>
            {words.tickets.codes[one]}
          </option>
        ))}
      </select>
    )}
  </Field>
)
