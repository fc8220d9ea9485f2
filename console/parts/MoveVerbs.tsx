import { ArrowDown, ArrowUp } from 'lucide-preact'
import { words } from '../words.ts'

interface MoveVerbsProps {
  /** What is moved. */
  name: string
  first: boolean
  last: boolean
  onMove(by: 1 | -1): void
}

/** Moves one of a list up or down. Where it can go no further, a button keeps its place and does nothing. */
export const MoveVerbs = ({ name, first, last, onMove }: MoveVerbsProps) => (
  <>
    <button
      type="button"
      class="icon-button"
      aria-label={words.settings.moveUp(name)}
      aria-disabled={first}
      onClick={() => !first && onMove(-1)}
    >
      <ArrowUp aria-hidden="true" />
    </button>
    <button
      type="button"
      class="icon-button"
      aria-label={words.settings.moveDown(name)}
      aria-disabled={last}
      onClick={() => !last && onMove(1)}
    >
      <ArrowDown aria-hidden="true" />
    </button>
  </>
)
