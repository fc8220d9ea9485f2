import { type Deed, shortcuts } from '../models/shortcuts.ts'
import { words } from '../words.ts'

/** The keys of a deed, as the table has them. */
export const keysOf = (deed: Deed): readonly string[] => shortcuts.find(({ does }) => does === deed)?.keys ?? []

/** A key as it is written on the button that does the same. */
export function Keys({ of }: { of: Deed }) {
  return (
    <span class="key" aria-hidden="true">
      <kbd>{keyName(keysOf(of)[0] ?? '')}</kbd>
    </span>
  )
}

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')

/** As people of this system and language call it. */
export function keyName(key: string): string {
  return key
    .split('+')
    .map((part) => (isMac && macNames[part]) || words.keys.names[part] || part)
    .join(isMac ? '' : ' ')
}

const macNames: Record<string, string> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' }
