import { Field } from './Field.tsx'

interface ChoiceProps<T extends string> {
  label: string
  value: T
  /** What there is to choose from, in the words of the reader. */
  words: Readonly<Record<T, string>>
  from: readonly T[]
  error?: string | null | undefined
  choose(value: T): void
}

/** One of a few, in a labelled list. */
export function Choice<T extends string>({ label, value, words, from, error, choose }: ChoiceProps<T>) {
  return (
    <Field label={label} error={error}>
      {(ids) => (
        <select {...ids} value={value} onChange={({ currentTarget }) => choose(from.find((one) => one === currentTarget.value) ?? value)}>
          {from.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
