interface PickProps {
  label: string
  value: string
  /** What stands for no choice. */
  any: string
  from: readonly (readonly [value: string, name: string])[]
  onPick(value: string): void
}

/** One small list to narrow by; looks pressed while it narrows. */
export function Pick({ label, value, any, from, onPick }: PickProps) {
  return (
    <select aria-label={label} class={value ? 'picked' : undefined} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
      <option value="">{any}</option>
      {from.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
