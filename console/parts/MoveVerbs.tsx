import { ArrowDown, ArrowUp } from 'lucide-preact'
import { words } from '../words.ts'

interface MoveVerbsProps {
  /** What is moved. */
  name: string
  first: boolean
  last: boolean
  onMove(by: 1 | -1): void | Promise<void>
}

/** Moves one of a list up or down, again and again by keyboard. Where it can go no further, a button keeps its place and does nothing. */
export const MoveVerbs = ({ name, first, last, onMove }: MoveVerbsProps) => {
  const move = async (by: 1 | -1, pressed: HTMLElement) => {
    await onMove(by)
    // A browser lets go of the focus where a row changes its place.
    requestAnimationFrame(() => pressed.focus())
  }
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={words.settings.moveUp(name)}
        aria-disabled={first}
        onClick={({ currentTarget }) => void (first || move(-1, currentTarget))}
      >
        <ArrowUp aria-hidden="true" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={words.settings.moveDown(name)}
        aria-disabled={last}
        onClick={({ currentTarget }) => void (last || move(1, currentTarget))}
      >
        <ArrowDown aria-hidden="true" />
      </button>
    </>
  )
}
