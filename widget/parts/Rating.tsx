import { useEffect } from 'preact/hooks'
import type { Act } from '../../shared/protocol.ts'
import { Star } from '../../shared/ui/icons.tsx'
import type { Visit } from '../models/visit.ts'
import { words } from '../talk-words.ts'
import { useKept } from './useKept.ts'

const choices = [1, 2, 3, 4, 5] as const

interface RatingProps {
  visit: Visit
  conversation: string
  isRated: boolean
  rate(act: Act): void
}

/** One press, and a word if one likes. */
export function Rating({ visit, conversation, isRated, rate }: RatingProps) {
  const [chosen, choose] = useKept(visit, `stars:${conversation}`)
  const [comment, setComment] = useKept(visit, `comment:${conversation}`)
  const stars = choices.find((count) => String(count) === chosen)
  useEffect(() => {
    if (!isRated) return
    choose('')
    setComment('')
  }, [isRated])
  if (isRated) {
    return (
      <p class="card rate" role="status">
        {words.ended.thanks}
      </p>
    )
  }
  return (
    <form
      class="card rate"
      onSubmit={(event) => {
        event.preventDefault()
        if (stars) rate({ kind: 'rate', stars, comment: comment.trim() })
      }}
    >
      <fieldset>
        <legend>{words.ended.rate}</legend>
        <p class="hint">{words.ended.rateWhy}</p>
        <div class="stars">
          {choices.map((count) => (
            <label key={count} class={stars && count <= stars ? 'on' : ''}>
              <input
                type="radio"
                class="sr-only"
                name="stars"
                value={count}
                checked={stars === count}
                onChange={() => choose(String(count))}
              />
              <span class="sr-only">{words.ended.stars(count)}</span>
              <Star size={30} aria-hidden="true" />
            </label>
          ))}
        </div>
      </fieldset>
      {stars ? (
        <>
          <label>
            {words.ended.comment}
            <textarea rows={2} maxLength={2000} value={comment} onInput={(event) => setComment(event.currentTarget.value)} />
          </label>
          <button type="submit" class="button primary">
            {words.ended.sendRating}
          </button>
        </>
      ) : null}
    </form>
  )
}
