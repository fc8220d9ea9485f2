import { useEffect, useRef } from 'preact/hooks'
import { useAsked } from '../models/asked.ts'
import { recapLines } from '../models/recap.ts'
import { words } from '../words.ts'
import type { RecapProps } from './RecapCard.tsx'

/** A timeline in a few lines, anew with whatever happens. */
export function RecapLines({ session, state: { id, changedAt } }: RecapProps) {
  const { answer, again } = useAsked(session.connection, 'ticket:recap', { conversation: id })
  const known = useRef(changedAt)
  useEffect(() => {
    if (known.current === changedAt) return undefined
    // Much may happen at once.
    const soon = setTimeout(() => {
      known.current = changedAt
      again()
    }, 500)
    return () => clearTimeout(soon)
  }, [changedAt])
  if (!answer) return <p class="hint">{words.shell.loading}</p>
  return (
    <dl>
      {recapLines(answer).map(({ label, texts }) => (
        <div key={label}>
          <dt>{label}</dt>
          {texts.map((text, place) => (
            <dd key={`${place} ${text}`}>{text}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
