import { useId } from 'preact/hooks'

interface RadiosProps<T extends string> {
  label: string
  from: readonly T[]
  words: Readonly<Record<T, string>>
  value: T
  choose(value: T): void
}

/** One of a few that all are seen: the arrow keys choose. */
export function Radios<T extends string>({ label, from, words, value, choose }: RadiosProps<T>) {
  const name = useId()
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {from.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === value} onChange={() => choose(one)} />
          {words[one]}
        </label>
      ))}
    </fieldset>
  )
}
