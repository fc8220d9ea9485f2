import { textOf } from './text.ts'

/** A person's initials on a colour of their own; decoration, since the name stands beside it. */
export function Avatar({ name, isHere }: { name: string; isHere?: boolean }) {
  return (
    <span class={isHere ? 'avatar here' : 'avatar'} aria-hidden="true" style={{ '--h': String(hueOf(name)) }}>
      {initials(textOf(name))}
      {isHere ? <u /> : null}
    </span>
  )
}

const initials = (name: string) => {
  const parts = name.split(/\s+/).filter(Boolean)
  return [parts[0], parts.length > 1 ? parts.at(-1) : '']
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

const hueOf = (name: string) => [...textOf(name)].reduce((hue, letter) => (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7)
