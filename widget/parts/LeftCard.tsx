import { words } from '../talk-words.ts'

/** A message was left: it has a number, and nobody needs to wait. */
export function LeftCard() {
  return (
    <div class="place">
      <p>
        <strong>{words.left.title}</strong>
      </p>
      <small>{words.left.text}</small>
    </div>
  )
}
